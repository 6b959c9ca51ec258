package io.rpcidl.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.resilience.ConcurrencyPolicy;
import io.rpcidl.resilience.OutlierPolicy;
import io.rpcidl.resilience.RetryPolicy;
import io.rpcidl.resilience.SlowStart;
import io.rpcidl.runtime.client.ConsistentHash;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.filter.RateLimit;
import io.rpcidl.runtime.server.AnswerStore;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/resilience.md} shows is here, and is run. */
class ResiliencePageTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final EchoHandler handler = new EchoService();
    private final String target = "inproc:resilience-page";

    @Test
    void isShownAsItIsRun() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/rpcidl/runtime/ResiliencePageTest.java"));
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/resilience.md")));
        int count = 0;
        while (blocks.find()) {
            count++;
            assertTrue(plain(source).contains(plain(blocks.group(1))), blocks.group(1));
        }
        assertEquals(6, count);
    }

    /** Text without its line breaks and indentation, which formatting may change. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void serversThatAreToldSomethingServe() throws IOException {
        try (RpcServer one = withAnswers(AnswerStore.inMemory(10, 10_000, Duration.ofMinutes(1)));
                RpcServer other = limited()) {
            assertEquals("text", called(RpcClient.connect("rpc://" + one.endpoint())));
            assertEquals("text", called(RpcClient.connect("rpc://" + other.endpoint())));
        }
    }

    @Test
    void clientsThatAreToldSomethingCall() throws IOException {
        try (RpcServer drained = drained()) {
            assertTrue(drained.port() > 0);
            assertEquals("text", called(patient()));
            assertEquals("text", called(sticky()));
            assertEquals("text", called(careful()));
        }
    }

    private static String called(RpcClient client) {
        try (client) {
            return Echo.stub(client).echo("text");
        }
    }

    private RpcClient patient() {
        RpcClient client = RpcClient.builder(target)
                .retries(new RetryPolicy(3, Duration.ofMillis(20), Duration.ofMillis(200), 2))
                .build();
        return client;
    }

    private RpcServer withAnswers(AnswerStore table) throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .answers(table) // an AnswerStore of yours: two methods, find and keep
                .start();
        return server;
    }

    private RpcClient sticky() {
        RpcClient client = RpcClient.builder(target)
                .balancer(() -> new ConsistentHash("customer")) // by that entry of a call's metadata
                .build();
        return client;
    }

    private RpcServer drained() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .announce("weight", "50")
                .registry(target)
                .start();
        server.weight(0);
        return server;
    }

    private RpcClient careful() {
        RpcClient client = RpcClient.builder(target)
                .outliers(OutlierPolicy.DEFAULT)
                .slowStart(new SlowStart(Duration.ofSeconds(30), 0.1, 1))
                .build();
        return client;
    }

    private RpcServer limited() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .concurrency(new ConcurrencyPolicy(16, 5_000, 2)) // at least, at most, and how much longer is a queue
                .filter(RateLimit.perCaller(100, 200)) // calls a second, and at once after a pause
                .start();
        return server;
    }
}
