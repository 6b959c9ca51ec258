package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.streams.FullException;
import golden.streams.Row;
import golden.streams.Table;
import golden.streams.TableAsync;
import golden.streams.TableAsyncHandlerBase;
import golden.streams.TableHandler;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.ServiceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Generated streams in each direction, blocking and asynchronous on both sides, over sockets. */
@Timeout(30)
class GeneratedStreamsTest {

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void aServerStream() {
        Table table = blocking();
        try (RpcStream<Row> rows = table.watch(keys("a", "b"))) {
            assertEquals(List.of(new Row("a", 0), new Row("b", 1)), all(rows));
        }
        try (RpcStream<String> lines = table.tail("x")) {
            assertEquals(10, all(lines).size());
        }
        try (RpcStream<String> lines =
                table.tail(new Table.TailRequest("x").toBuilder().limit(2).build())) {
            assertEquals(List.of("x0", "x1"), all(lines));
        }
    }

    @Test
    void anErrorInsideOfAStream() {
        try (RpcStream<Row> rows = blocking().watch(keys("a", "full"))) {
            assertEquals(new Row("a", 0), rows.next());
            FullException failure = assertThrows(FullException.class, rows::next);
            Table.WatchError error = Table.WatchError.of(failure);
            assertEquals(
                    3,
                    assertInstanceOf(Table.WatchError.Full.class, error).error().room());
        }
    }

    @Test
    void aClientStream() {
        Table table = blocking();
        try (var rows = table.upload()) {
            rows.send(new Row("a", 1));
            rows.send(new Row("b", 2));
            assertEquals(2, rows.finish());
        }
        try (var rows = table.replace("t")) {
            rows.send(new Row("a", 1));
            rows.finish();
        }
        try (var digits = table.load()) {
            digits.send(7);
            assertEquals(7, digits.finish());
        }
    }

    @Test
    void anItemIsCheckedLikeAnyOtherValue() {
        try (var digits = blocking().load()) {
            RpcException failure = assertThrows(RpcException.class, () -> {
                digits.send(10);
                digits.finish();
            });
            assertEquals(StatusCode.INVALID_ARGUMENT, failure.code());
        }
    }

    @Test
    void bothWays() {
        Table table = blocking();
        try (var chat = table.chat()) {
            chat.send("a");
            assertEquals("a!", chat.next());
            chat.send("b");
            assertEquals("b!", chat.next());
            chat.finish();
            assertEquals(List.of(), all(chat));
        }
    }

    @Test
    void asynchronous() throws Exception {
        TableAsync table = TableAsync.stub(client(new Later().definition_()));
        assertEquals(List.of("x", "x"), collect(table.tail("x")).get(10, TimeUnit.SECONDS));
        assertEquals(
                2, table.upload(published(new Row("a", 1), new Row("b", 2))).get(10, TimeUnit.SECONDS));
        assertEquals(
                List.of("a?", "b?"), collect(table.chat(published("a", "b"))).get(10, TimeUnit.SECONDS));
        ExecutionException unset = assertThrows(
                ExecutionException.class, () -> collect(table.watch(keys("a"))).get(10, TimeUnit.SECONDS));
        Table.WatchError error = Table.WatchError.of(unset);
        assertEquals(
                StatusCode.UNIMPLEMENTED,
                assertInstanceOf(Table.WatchError.Other_.class, error).error().code());
    }

    private Table blocking() {
        return Table.stub(client(new Rows().definition_()));
    }

    private RpcClient client(ServiceDefinition service) {
        RpcServer server;
        try {
            server = RpcServer.builder().add(() -> service).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.add(server);
        RpcClient client = RpcClient.connect("rpc://127.0.0.1:" + server.port());
        open.add(client);
        return client;
    }

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    private static <T> List<T> all(RpcStream<T> stream) {
        List<T> all = new ArrayList<>();
        stream.forEachRemaining(all::add);
        return all;
    }

    @SafeVarargs
    private static <T> Flow.Publisher<T> published(T... items) {
        return subscriber -> {
            try (SubmissionPublisher<T> publisher = new SubmissionPublisher<>()) {
                publisher.subscribe(subscriber);
                for (T item : items) {
                    publisher.submit(item);
                }
            }
        };
    }

    private static <T> CompletableFuture<List<T>> collect(Flow.Publisher<T> items) {
        CompletableFuture<List<T>> all = new CompletableFuture<>();
        List<T> list = new ArrayList<>();
        items.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(T item) {
                list.add(item);
            }

            @Override
            public void onError(Throwable failure) {
                all.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                all.complete(list);
            }
        });
        return all;
    }

    private static final class Rows implements TableHandler {

        @Override
        public void watch(Table.WatchRequest request, ItemWriter<Row> out) {
            long number = 0;
            for (String key : request.keys()) {
                if (key.equals("full")) {
                    throw FullException.builder("no room").room(3).build();
                }
                out.write(new Row(key, number++));
            }
        }

        @Override
        public void tail(Table.TailRequest request, ItemWriter<String> out) {
            for (int i = 0; i < request.limit(); i++) {
                out.write(request.from() + i);
            }
        }

        @Override
        public long upload(Table.UploadRequest request, RpcStream<Row> rows) {
            return all(rows).size();
        }

        @Override
        public void replace(Table.ReplaceRequest request, RpcStream<Row> out) {
            assertEquals(1, all(out).size());
        }

        @Override
        public long load(Table.LoadRequest request, RpcStream<Integer> rows) {
            return all(rows).stream().mapToInt(each -> each).sum();
        }

        @Override
        public void chat(Table.ChatRequest request, RpcStream<String> in, ItemWriter<String> out) {
            in.forEachRemaining(line -> out.write(line + "!"));
        }

        @Override
        public void mirror(Table.MirrorRequest request, RpcStream<Row> out, ItemWriter<Row> writer) {
            out.forEachRemaining(writer::write);
        }
    }

    private static final class Later extends TableAsyncHandlerBase {

        @Override
        public Flow.Publisher<String> tail(Table.TailRequest request) {
            return published(request.from(), request.from());
        }

        @Override
        public CompletionStage<Long> upload(Table.UploadRequest request, Flow.Publisher<Row> rows) {
            return collect(rows).thenApply(all -> (long) all.size());
        }

        @Override
        public Flow.Publisher<String> chat(Table.ChatRequest request, Flow.Publisher<String> in) {
            return subscriber -> collect(in)
                    .thenAccept(lines -> published(
                                    lines.stream().map(line -> line + "?").toArray(String[]::new))
                            .subscribe(subscriber));
        }
    }
}
