package benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import benchmark.users.v1.Page;
import benchmark.users.v1.Users;
import benchmark.users.v1.UsersAsync;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The four operations over TCP, blocking and asynchronous, 32 callers at once: no error, no mismatch. */
@Timeout(120)
class UsersTest {

    private static final int CALLERS = 32;
    private static final int CALLS = 200;

    private static RpcServer server;
    private static RpcClient client;
    private static final ExecutorService CALLER_THREADS = Executors.newFixedThreadPool(CALLERS);

    /** An operation, asked with a number, and the answer that belongs to that number. */
    enum Operation {
        EXIST_USER,
        CREATE_USER,
        GET_USER,
        LIST_USER;

        Object blocking(Users users, long n) {
            return switch (this) {
                case EXIST_USER -> users.existUser(email(n));
                case CREATE_USER -> users.createUser(UsersService.user(sign(n)));
                case GET_USER -> users.getUser(n);
                case LIST_USER -> users.listUser((int) n);
            };
        }

        CompletableFuture<?> async(UsersAsync users, long n) {
            return switch (this) {
                case EXIST_USER -> users.existUser(email(n));
                case CREATE_USER -> users.createUser(UsersService.user(sign(n)));
                case GET_USER -> users.getUser(n);
                case LIST_USER -> users.listUser((int) n);
            };
        }

        Object expected(long n) {
            return switch (this) {
                case EXIST_USER, CREATE_USER -> n % 2 == 0;
                case GET_USER -> UsersService.user(n);
                case LIST_USER ->
                    Page.builder()
                            .pageNo((int) n)
                            .total(1_000)
                            .result(LongStream.range(n * 15, n * 15 + 15)
                                    .mapToObj(UsersService::user)
                                    .toList())
                            .build();
            };
        }

        private static String email(long n) {
            return (n % 2 == 0 ? "a" : "-") + n + "@example.org";
        }

        private static long sign(long n) {
            return n % 2 == 0 ? n + 1 : -n;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        server = RpcServer.builder().add(new UsersService()).start();
        client = RpcClient.connect("rpc://" + server.endpoint());
    }

    @AfterAll
    static void stop() {
        CALLER_THREADS.shutdown();
        client.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void answersBlockingCallers(Operation operation) throws Exception {
        Users users = Users.stub(client);
        run(operation, n -> CompletableFuture.completedFuture(operation.blocking(users, n)));
    }

    @ParameterizedTest
    @EnumSource
    void answersAsynchronousCallers(Operation operation) throws Exception {
        UsersAsync users = UsersAsync.stub(client);
        run(operation, n -> operation.async(users, n));
    }

    private static void run(Operation operation, LongFunction<CompletableFuture<?>> call) throws Exception {
        List<Callable<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            long first = (long) caller * CALLS;
            callers.add(() -> {
                List<CompletableFuture<?>> answers = new ArrayList<>();
                for (long n = first; n < first + CALLS; n++) {
                    answers.add(call.apply(n));
                }
                for (int i = 0; i < CALLS; i++) {
                    assertEquals(operation.expected(first + i), answers.get(i).get());
                }
                return null;
            });
        }
        for (Future<Void> each : CALLER_THREADS.invokeAll(callers)) {
            each.get();
        }
    }
}
