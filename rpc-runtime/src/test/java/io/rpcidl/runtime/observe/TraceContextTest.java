package io.rpcidl.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.TraceContext;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context: who is called sees where the call belongs, and passes it on. */
@Timeout(60)
class TraceContextTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void isReadAndWritten() {
        TraceContext context = TraceContext.parse(PARENT);
        assertEquals(new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true), context);
        assertEquals(PARENT, context.toString());
    }

    @Test
    void aLaterVersionMayHaveMore() {
        String later = "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00-what-the-future-brings";
        assertEquals(
                new TraceContext("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", false),
                TraceContext.parse(later));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
            })
    void whatCannotBeReadIsPassedOver(String text) {
        assertNull(TraceContext.parse(text));
    }

    @Test
    void handlersSeeItAndTheirCallsCarryItOn() throws Exception {
        AtomicReference<TraceContext> seen = new AtomicReference<>();
        AtomicReference<Metadata> carried = new AtomicReference<>();
        EchoService behind = new EchoService() {
            @Override
            public String echo(Echo.EchoRequest request) {
                carried.set(ServerCall.current().metadata());
                return request.text();
            }
        };
        try (RpcServer last = RpcServer.builder().add(behind).inProcess().start();
                RpcClient toLast = RpcClient.builder("rpc://" + last.endpoint())
                        .inProcess()
                        .build()) {
            EchoService before = new EchoService() {
                @Override
                public String echo(Echo.EchoRequest request) {
                    seen.set(ServerCall.current().traceContext());
                    return Echo.stub(toLast).echo(request.text());
                }
            };
            try (RpcServer first = RpcServer.builder().add(before).inProcess().start();
                    RpcClient client = RpcClient.builder("rpc://" + first.endpoint())
                            .inProcess()
                            .build()) {
                CallOptions options = CallOptions.DEFAULT
                        .withMetadata("traceparent", PARENT)
                        .withMetadata("tracestate", "a=1")
                        .withMetadata("user", "u");
                Echo.stub(client).with(options).echo("hello");
                assertEquals(TraceContext.parse(PARENT), seen.get());
                assertEquals(Metadata.of(Map.of("traceparent", PARENT, "tracestate", "a=1")), carried.get());
                Echo.stub(client).echo("hello");
                assertNull(seen.get());
                assertEquals(Metadata.EMPTY, carried.get());
            }
        }
    }
}
