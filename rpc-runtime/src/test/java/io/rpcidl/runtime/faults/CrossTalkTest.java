package io.rpcidl.runtime.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.Caller;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many threads on one client, every call with a token of its own: each gets its own answer. By default 500 tokens a
 * thread; with {@code -Dlong=true}, as CI does, ten thousand.
 */
@Timeout(600)
class CrossTalkTest {

    private static final int THREADS = 64;
    private static final int TOKENS = Boolean.getBoolean("long") ? 10_000 : 500;
    private static final int AT_ONCE = 50;

    /** How peers talk. */
    private enum Way {
        ACCEPTED,
        STRANGER,
        DEFLATE
    }

    @ParameterizedTest
    @EnumSource
    void everyCallerGetsItsOwnAnswer(Way way) throws Exception {
        int tokens = way == Way.STRANGER ? TOKENS / 10 : TOKENS; // each call of a stranger is a connection
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        var serving = RpcServer.builder()
                .add(new EchoService())
                .add(new StreamService(false))
                .allowDeflate();
        try (RpcServer server = serving.start();
                RpcClient client = client(way, server)) {
            Echo.stub(client).echo("whatever is to be agreed upon now is");
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String name = "thread-" + i + "-token-";
                work.add(() -> mixed(client, name, tokens));
            }
            int answers = 0;
            for (Future<Integer> each : threads.invokeAll(work)) {
                answers += each.get();
            }
            assertEquals(THREADS * tokens, answers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static RpcClient client(Way way, RpcServer server) {
        var calling = RpcClient.builder("rpc://" + server.endpoint());
        return switch (way) {
            case ACCEPTED -> calling.build();
            case STRANGER -> calling.neverOffer().build();
            case DEFLATE -> calling.deflate().build();
        };
    }

    /** A third blocks, a third does not, and a third talks both ways; in turns, so that all are under way at any time. */
    private static int mixed(RpcClient client, String name, int tokens) throws Exception {
        int next = 0;
        while (next < tokens) {
            int end = Math.min(tokens, next + AT_ONCE);
            switch (next / AT_ONCE % 3) {
                case 0 -> blocking(Echo.stub(client), name, next, end);
                case 1 -> async(EchoAsync.stub(client), name, next, end);
                default -> stream(new Caller(client), name, next, end);
            }
            next = end;
        }
        return next;
    }

    private static void blocking(Echo echo, String name, int from, int to) {
        for (int i = from; i < to; i++) {
            assertEquals(name + i, echo.echo(name + i));
        }
    }

    private static void async(EchoAsync echo, String name, int from, int to) throws Exception {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            answers.add(echo.echo(name + i));
        }
        for (int i = from; i < to; i++) {
            assertEquals(name + i, answers.get(i - from).get());
        }
    }

    private static void stream(Caller caller, String name, int from, int to) {
        try (BidiStream<String, String> talk = caller.bidiStream(StreamService.ECHO, Codecs.STRING, List.of())) {
            for (int i = from; i < to; i++) {
                talk.send(name + i);
                assertEquals(name + i, talk.next());
            }
            talk.finish();
            assertFalse(talk.hasNext());
        }
    }
}
