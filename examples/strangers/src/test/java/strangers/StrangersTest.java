package strangers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import strangers.v1.Example;
import strangers.v1.ExampleHandler;

/** Two programs in Python that know nothing of rpcidl, against a generated skeleton and a generated stub. */
@Timeout(120)
class StrangersTest {

    @BeforeAll
    static void needsPython() {
        Program.require("python3");
    }

    @Test
    void aStrangersClientIsAnswered() throws Exception {
        ExampleHandler handler = request -> request.numbers().stream().reduce(0L, Math::addExact);
        try (RpcServer server = RpcServer.builder().add(handler).start();
                Program client = Program.python("client.py", Integer.toString(server.port()), "1", "2", "3")) {
            assertEquals("6", client.line());
            assertEquals(0, client.exitCode());
        }
    }

    @Test
    void aStrangersServerAnswers() throws Exception {
        try (Program server = Program.python("server.py");
                RpcClient client = RpcClient.connect("rpc://" + server.address())) {
            Example example = Example.stub(client);
            for (int i = 0; i < 5; i++) {
                assertEquals(6 + i, example.total(1, 2, 3 + i));
            }
            assertTrue(server.isRunning());
        }
    }

    @Test
    void aStrangersServerSurvivesManyCallersAtOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(32);
        try (Program server = Program.python("server.py");
                RpcClient client = RpcClient.connect("rpc://" + server.address())) {
            Example example = Example.stub(client);
            List<Callable<Void>> work = new ArrayList<>();
            for (int caller = 0; caller < 32; caller++) {
                long number = caller;
                work.add(() -> {
                    for (int i = 0; i < 20; i++) {
                        assertEquals(number + i, example.total(number, i));
                    }
                    return null;
                });
            }
            for (Future<Void> each : callers.invokeAll(work)) {
                each.get();
            }
            assertTrue(server.isRunning());
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void theTwoCommandsUnderstandEachOther() throws Exception {
        try (Program serve = Program.java("strangers.Serve", "--port", "0");
                Program call = Program.java("strangers.Call", "--port", serve.port(), "1", "2", "3")) {
            assertEquals("6", call.line());
            assertEquals(0, call.exitCode());
        }
    }
}
