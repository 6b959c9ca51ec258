package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.health.Health;
import golden.health.HealthAsync;
import golden.health.HealthHandler;
import golden.health.IllException;
import golden.health.Report;
import golden.shop.Audit;
import golden.shop.CheckRequest;
import golden.shop.PingRequest;
import golden.shop.Shop;
import golden.shop.ShopAsync;
import golden.shop.ShopHandlerBase;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that extends others, also those of another package. */
class ExtendsTest {

    private static final Report GOOD = new Report(true);

    private static final class Handler extends ShopHandlerBase {

        @Override
        public Report check(Health.CheckRequest request) {
            return new Report(!request.deep());
        }

        @Override
        public String ping(Health.PingRequest request) {
            if (request.text().isEmpty()) {
                throw IllException.builder("no text").report(GOOD).build();
            }
            return request.text();
        }

        @Override
        public long list(Health.ListRequest request) {
            return request.ids().size();
        }

        @Override
        public void stop(Health.StopRequest request) {}

        @Override
        public CheckRequest get(Shop.GetRequest request) {
            return new CheckRequest(request.ping() == null);
        }
    }

    private final LocalChannel channel = new LocalChannel(new Handler());
    private final Shop shop = Shop.stub(channel);

    @Test
    void aStubHasAllMethods() {
        assertEquals(GOOD, shop.check());
        assertEquals("hi", shop.ping("hi"));
        assertEquals(2, shop.list(1, 2));
        shop.stop(true);
        assertEquals(new CheckRequest(true), shop.get("1"));
        assertEquals(
                List.of(
                        "check {'deep':false}",
                        "ping {'text':'hi'}",
                        "list [1,2]",
                        "stop {'now':true}",
                        "get {'id':'1'}"),
                channel.sent());
    }

    @Test
    void itIsAStubOfWhatItExtends() {
        Health health = shop.with(CallOptions.DEFAULT);
        assertEquals(
                new Report(false),
                health.check(Health.CheckRequest.builder().deep(true).build()));
        Audit audit = shop;
        assertThrows(RpcException.class, audit::audit);
        HealthAsync async = ShopAsync.stub(channel);
        assertEquals("hi", async.ping("hi").join());
        assertThrows(IllException.class, () -> health.ping(""));
    }

    @Test
    void allMethodsHaveTheNameOfTheServiceThatExtends() {
        HealthHandler handler = new Handler();
        assertEquals("golden.shop.Shop", handler.definition_().name());
        assertEquals(
                List.of(
                        "golden.shop.Shop.check",
                        "golden.shop.Shop.ping",
                        "golden.shop.Shop.list",
                        "golden.shop.Shop.stop",
                        "golden.shop.Shop.audit",
                        "golden.shop.Shop.get",
                        "golden.shop.Shop.search"),
                handler.definition_().bindings().stream()
                        .map(each -> each.method().fullName())
                        .toList());
    }

    @Test
    void whatIsNotOverriddenIsNotImplemented() {
        CheckRequest check = new CheckRequest(true);
        RpcException refusal =
                assertThrows(RpcException.class, () -> shop.search(check, List.of(new PingRequest(check)), GOOD));
        assertEquals(StatusCode.UNIMPLEMENTED, refusal.code());
    }
}
