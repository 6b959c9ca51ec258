package io.rpcidl.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import golden.annotations.Pin;
import golden.annotations.User;
import golden.closedenum.Axis;
import golden.constraints.Product;
import golden.constraints.ProductId;
import golden.newtype.Code;
import golden.newtype.Day;
import golden.union.Order;
import golden.union.Payment;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is refused is so by Jackson's own exceptions, with our words; single quotes stand for double ones. */
class RefusalsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    /** A record of a user. */
    record Basket(List<Order> orders) {}

    @Test
    void thePlaceIsNamedInsideAndOutside() {
        MismatchedInputException refusal = refused("{'orders':[{},{'pays':{'card':{'pan':1}}}]}", Basket.class);
        assertEquals("/pays/card/pan: expected string, got 1", refusal.getOriginalMessage());
        assertEquals(Order.class, refusal.getTargetType());
        assertEquals(
                "[Basket[\"orders\"], ArrayList[1]]",
                refusal.getPath().stream()
                        .map(step -> step.getDescription().replaceAll("^.*[.$](?=[A-Z])", ""))
                        .toList()
                        .toString());
        assertEquals(1, refusal.getLocation().getLineNr());
        assertEquals(
                JsonException.Kind.SHAPE,
                assertInstanceOf(JsonException.class, refusal.getCause()).kind());
    }

    @Test
    void whatOurReaderRefuses() {
        message("expected exactly one member, got several", "{'cash':{},'voucher':'v'}", Payment.class);
        message("expected object, got an array", "[]", Payment.class);
        message("expected Axis, got a name that it does not have", "'z'", Axis.class);
        message("duplicate member", "{'a':{'b':1,'b':2}}", JsonValue.class, "/a/b");
        message("missing required member 'pan'", "{'card':{}}", Payment.class, "/card");
        message("string with a lone surrogate", "'x\\ud800'", Code.class);
    }

    @Test
    void whatTheContractForbids() {
        message(
                "expected 1..5 code points, got 6",
                "{'id':'ABC-1','product-name':'abcdef','single':0.0,'long':1}",
                Product.class,
                "/product-name");
        assertEquals(
                "expected a key of type ProductId",
                refused("{'abc':1}", new TypeReference<Map<ProductId, Integer>>() {})
                        .getOriginalMessage());
    }

    @Test
    void anotherMemberThanTheOneAskedFor() {
        message("expected CardCase, got another member of its type", "{'cash':{}}", Payment.CardCase.class);
        message("expected Text, got another member of its type", "1", JsonValue.Text.class);
    }

    @Test
    void keys() {
        MismatchedInputException refusal = refused("{'2026-02-30':1}", new TypeReference<Map<Day, Integer>>() {});
        assertEquals("expected a key of type Day", refusal.getOriginalMessage());
        assertEquals(Day.class, refusal.getTargetType());
        JsonMappingException unwritable = assertThrows(
                JsonMappingException.class,
                () -> MAPPER.writeValueAsString(Map.of(new Day(LocalDate.of(12_026, 1, 1)), 1)));
        assertEquals("year outside 0000 to 9999", unwritable.getOriginalMessage());
    }

    @Test
    void whatHasNoJson() {
        for (boolean tree : new boolean[] {false, true}) {
            Throwable refusal = assertThrows(Exception.class, () -> {
                Object value = List.of(new Code("\ud800"));
                String json = tree ? MAPPER.valueToTree(value).toString() : MAPPER.writeValueAsString(value);
                throw new AssertionError(json);
            });
            Throwable cause = refusal instanceof IllegalArgumentException ? refusal.getCause() : refusal;
            assertEquals(
                    "string with a lone surrogate",
                    assertInstanceOf(JsonMappingException.class, cause).getOriginalMessage());
        }
        assertEquals(
                "expected JSON, got an object of another kind",
                assertThrows(
                                JsonMappingException.class,
                                () -> MAPPER.treeToValue(new POJONode(new Object()), Bytes.class))
                        .getOriginalMessage());
        assertEquals(
                "expected bytes, got 1",
                assertThrows(
                                MismatchedInputException.class,
                                () -> MAPPER.treeToValue(JsonNodeFactory.instance.numberNode(1), Bytes.class))
                        .getOriginalMessage());
    }

    /** The limits of text are Jackson's, and set there; two of ours remain behind them. */
    @Test
    void limits() throws Exception {
        ObjectMapper generous = MAPPER.copy();
        generous.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(5_000)
                        .maxNumberLength(5_000)
                        .build());
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        assertEquals(deep, generous.writeValueAsString(generous.readValue(deep, JsonValue.class)));
        assertEquals("nested deeper than 1000 levels", refused(generous, "[" + deep + "]"));
        String digits = "1".repeat(1_000);
        assertEquals(digits, generous.writeValueAsString(generous.readValue(digits, JsonValue.class)));
        assertEquals("/0: number longer than 1000 characters", refused(generous, "[" + digits + "1]"));
        assertThrows(StreamConstraintsException.class, () -> MAPPER.readValue("[" + digits + "1]", JsonValue.class));
    }

    @Test
    void secretsAreNotSaid() {
        String secret = "s3cret";
        String user = "{'id':'1','name':'n','password':%s,'pin':%s}".replace('\'', '"');
        for (String json : List.of(
                user.formatted("[\"" + secret + "\"]", "\"1\""),
                user.formatted("\"p\"", "{\"" + "pin\":\"" + secret + "\"}"),
                user.formatted("\"p\",\"password\":\"" + secret + "\"", "\"1\""))) {
            assertFalse(refused(json, User.class).toString().contains(secret), json);
        }
        assertFalse(refused("['" + secret + "']", Pin.class).toString().contains(secret));
    }

    private static String refused(ObjectMapper mapper, String json) {
        return assertThrows(MismatchedInputException.class, () -> mapper.readValue(json, JsonValue.class))
                .getOriginalMessage();
    }

    private static void message(String message, String json, Class<?> type) {
        assertEquals(message, refused(json, type).getOriginalMessage());
    }

    private static void message(String message, String json, Class<?> type, String pointer) {
        message(pointer + ": " + message, json, type);
    }

    private static MismatchedInputException refused(String json, Class<?> type) {
        return assertThrows(
                MismatchedInputException.class, () -> MAPPER.readValue(json.replace('\'', '"'), type), json);
    }

    private static MismatchedInputException refused(String json, TypeReference<?> type) {
        return assertThrows(
                MismatchedInputException.class, () -> MAPPER.readValue(json.replace('\'', '"'), type), json);
    }
}
