package io.rpcidl.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.rpcidl.micrometer.CallMetrics;
import io.rpcidl.opentelemetry.shop.Shop;
import io.rpcidl.opentelemetry.shop.ShopHandler;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.TraceContext;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.CallLog;
import io.rpcidl.runtime.observe.CallObserver;
import io.rpcidl.runtime.observe.WireLog;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.service.live.Live;
import io.rpcidl.runtime.service.live.ServerState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code docs/observing.md} shows is here, and is compiled and run. */
@Timeout(60)
class ObservingPageTest {

    private static final Path PAGE = Path.of("../../docs/observing.md");
    private static final Path SOURCE = Path.of("src/test/java/io/rpcidl/opentelemetry/ObservingPageTest.java");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LOG = Pattern.compile("```text log\n(.*?)```", Pattern.DOTALL);

    private final ShopHandler handler = request -> "ordered " + request.id();

    @Test
    void isShownAsItIsCompiled() throws IOException {
        String source = Files.readString(SOURCE);
        Matcher blocks = JAVA.matcher(Files.readString(PAGE));
        int count = 0;
        while (blocks.find()) {
            count++;
            assertTrue(plain(source).contains(plain(blocks.group(1))), blocks.group(1));
        }
        assertEquals(7, count);
    }

    /** Text without its line breaks and indentation, which formatting may change. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void metrics() throws IOException {
        MeterRegistry registry = new SimpleMeterRegistry();
        CallMetrics metrics = new CallMetrics(registry);
        RpcServer server = RpcServer.builder().add(handler).listener(metrics).start();
        RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                .listener(metrics)
                .build();
        call(server, client);
        assertEquals(1, registry.get("rpc.server.call.started").counter().count());
    }

    @Test
    void traces() throws IOException {
        OpenTelemetry telemetry = OpenTelemetry.noop();
        CallTracing tracing = new CallTracing(telemetry);
        RpcServer server = RpcServer.builder().add(handler).listener(tracing).start();
        RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                .listener(tracing)
                .build();
        call(server, client);
    }

    private static void call(RpcServer server, RpcClient client) {
        try (server;
                client) {
            assertEquals("ordered 7", Shop.stub(client).order("7"));
        }
    }

    @Test
    void traceContext() throws IOException {
        ShopHandler traced = request -> {
            TraceContext context = ServerCall.current().traceContext();
            String traceId = context == null ? "none" : context.traceId();
            return traceId;
        };
        try (RpcServer server = RpcServer.builder().add(traced).start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            assertEquals("none", Shop.stub(client).order("7"));
        }
    }

    @Test
    void logs() throws Exception {
        PrintStream errors = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8)); // where the tests' logger writes
        try {
            RpcServer server = RpcServer.builder()
                    .add(handler)
                    .listener(new CallLog())
                    .wireLog(WireLog.all().ofServices("shop.v1.Shop").ofPeers("127.0.0.1"))
                    .start();
            try (server;
                    RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
                CallOptions options = CallOptions.DEFAULT.withMetadata("authorization", "Bearer secret");
                Shop.stub(client).with(options).order("7");
            }
        } finally {
            System.setErr(errors);
        }
        Matcher shown = LOG.matcher(Files.readString(PAGE));
        assertTrue(shown.find());
        assertEquals(
                shown.group(1).strip(),
                log.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("Shop"))
                        .map(line -> line.replaceFirst("^.* INFO io.rpcidl.(wire|calls) - ", "")
                                .replaceFirst("127.0.0.1:\\d+", "127.0.0.1:PORT")
                                .replaceFirst("\"timeout_ms\":\\d+", "\"timeout_ms\":TIME")
                                .replaceFirst("\\d+ ms, \\d+ bytes", "TIME ms, SIZE bytes"))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void state() throws IOException {
        RpcServer server = RpcServer.builder().add(handler).showLive().start();
        try (server;
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            ServerState state = Live.stub(client).server();
            assertEquals(1, state.connections());
            assertEquals(1, server.snapshot(20).busiest().size());
        }
    }

    @Test
    void listeners() throws IOException {
        Queue<String> slow = new ConcurrentLinkedQueue<>();
        CallListener slowCalls = new CallListener() {
            @Override
            public CallObserver serverCall(Call call) {
                return CallObserver.atEnd((failure, elapsed) -> {
                    if (elapsed.toMillis() > 500) {
                        slow.add(call.method().fullName());
                    }
                });
            }
        };
        RpcServer server = RpcServer.builder().add(handler).listener(slowCalls).start();
        call(server, RpcClient.connect("rpc://" + server.endpoint()));
        assertTrue(slow.size() <= 1); // the machine may be slow
    }
}
