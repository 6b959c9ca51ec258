package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.union.Card;
import golden.union.Clash;
import golden.union.Expression;
import golden.union.Order;
import golden.union.Payment;
import golden.union.RefusedException;
import golden.union.Sum;
import golden.union.Till;
import golden.union.TillHandler;
import golden.union.TypeCodecs_.ClashCodec_;
import golden.union.TypeCodecs_.ExpressionCodec_;
import golden.union.TypeCodecs_.OrderCodec_;
import golden.union.TypeCodecs_.PaymentCodec_;
import io.rpcidl.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnionsTest {

    private static final Payment CARD = Payment.card(new Card("1", null));

    @Test
    void anObjectOfOneMember() {
        same(PaymentCodec_.INSTANCE, CARD, "{'card':{'pan':'1'}}");
        same(PaymentCodec_.INSTANCE, Payment.voucher("v"), "{'voucher':'v'}");
        same(PaymentCodec_.INSTANCE, Payment.amount(-1), "{'amount':-1}");
        same(
                PaymentCodec_.INSTANCE,
                Payment.shares(Map.of("a", List.of(Payment.cash(), CARD))),
                "{'shares':{'a':[{'cash':{}},{'card':{'pan':'1'}}]}}");
    }

    @Test
    void withoutPayloadAnyObjectIsTakenAndNothingElse() {
        same(PaymentCodec_.INSTANCE, Payment.cash(), "{'cash':{}}");
        same(PaymentCodec_.INSTANCE, Payment.nothing(), "{'no-thing':{}}");
        assertEquals(Payment.cash(), read(PaymentCodec_.INSTANCE, " { 'cash' : {'coins':[1,{}]} } "));
        refused(PaymentCodec_.INSTANCE, "{'cash':null}", "/cash: expected object, got null");
        refused(PaymentCodec_.INSTANCE, "{'cash':true}", "/cash: expected object, got true");
    }

    @Test
    void exactlyOneMember() {
        refused(PaymentCodec_.INSTANCE, "{}", "expected exactly one member, got none");
        refused(PaymentCodec_.INSTANCE, "{'cash':{},'voucher':'v'}", "expected exactly one member, got several");
        refused(PaymentCodec_.INSTANCE, "{'later':1,'voucher':'v'}", "expected exactly one member, got several");
        refused(PaymentCodec_.INSTANCE, "'cash'", "expected object, got a string");
        refused(OrderCodec_.INSTANCE, "{'pays':{}}", "/pays: expected exactly one member, got none");
        refused(
                OrderCodec_.INSTANCE,
                "{'more':[{'cash':{}},{'cash':{},'card':{'pan':'1'}}]}",
                "/more/1: expected exactly one member, got several");
        refused(OrderCodec_.INSTANCE, "{'pays':{'card':{}}}", "/pays/card: missing required member 'pan'");
    }

    @Test
    void anUnknownMemberIsSentOnAsItCame() {
        Payment later = new Payment.Unknown_("later", JsonValue.parse("{\"n\":1.10,\"list\":[null]}"));
        same(PaymentCodec_.INSTANCE, later, "{'later':{'n':1.10,'list':[null]}}");
        same(PaymentCodec_.INSTANCE, new Payment.Unknown_("cheque", JsonValue.NULL), "{'cheque':null}");
        assertEquals("other later", describe(later));
    }

    @Test
    void aClosedOneRefusesIt() {
        refused(
                ExpressionCodec_.INSTANCE,
                "{'sum':{'left':{'product':1}}}",
                "/sum/left/product: expected a member of Expression, got one that it does not have");
        same(
                ExpressionCodec_.INSTANCE,
                Expression.sum(new Sum(Expression.number(1), Expression.negated(Expression.none()))),
                "{'sum':{'left':{'number':1.0},'right':{'negated':{'none':{}}}}}");
    }

    @Test
    void oneMethodAsksForAllMembers() {
        assertEquals("card 1", describe(CARD));
        assertEquals("cash", describe(Payment.cash()));
        assertEquals("3", describe(Payment.amount(3)));
        assertThrows(NullPointerException.class, () -> Payment.voucher(null));
    }

    private static String describe(Payment payment) {
        return payment.match(
                card -> "card " + card.pan(),
                voucher -> voucher,
                () -> "cash",
                () -> "nothing",
                shares -> "shares " + shares.size(),
                String::valueOf,
                failed -> "failed",
                other -> "other " + other.tag());
    }

    @Test
    void namesThatTheInterfaceNeedsForItself() {
        Clash clash = Clash.match_(Clash.unknown("x"));
        same(ClashCodec_.INSTANCE, clash, "{'match':{'unknown':'x'}}");
        same(ClashCodec_.INSTANCE, Clash.getClass_(1), "{'getClass':1}");
        same(ClashCodec_.INSTANCE, Clash.Clash("c"), "{'Clash':'c'}");
    }

    @Test
    void aLiteralIsADefault() {
        Order order = Order.builder().build();
        assertEquals(new Order(Payment.voucher("none"), Set.of(Payment.cash(), CARD)), order);
        same(OrderCodec_.INSTANCE, order, "{'pays':{'voucher':'none'},'more':[{'cash':{}},{'card':{'pan':'1'}}]}");
    }

    @Test
    void asParametersResultsAndInErrors() {
        TillHandler handler = request -> {
            if (request.how().equals(Payment.cash())) {
                throw RefusedException.builder("no coins").pays(request.how()).build();
            }
            return request.why().equals(Expression.none()) ? null : request.how();
        };
        LocalChannel channel = new LocalChannel(handler);
        Till till = Till.stub(channel);
        assertEquals(null, till.pay(CARD));
        assertEquals(
                CARD,
                till.pay(Till.PayRequest.builder()
                        .how(CARD)
                        .why(Expression.number(1))
                        .build()));
        RefusedException refusal = assertThrows(RefusedException.class, () -> till.pay(Payment.cash()));
        assertEquals(Payment.cash(), refusal.pays());
        assertEquals(
                "pay {'how':{'card':{'pan':'1'}},'why':{'none':{}}}",
                channel.sent().get(0));
    }
}
