package io.rpcidl.runtime.interop;

import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.testing.Collecting;
import io.rpcidl.runtime.testing.Publishing;
import io.rpcidl.runtime.testing.interop.Interop;
import io.rpcidl.runtime.testing.interop.InteropAsync;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** The calls of the suite, by one kind of stub or the other; each returns when it is over. */
interface Caller {

    void empty();

    String large(String text, int size);

    String metadata(CallOptions options, String key);

    String metadataStream(CallOptions options, String key);

    void fail(String code, String message);

    void sleep(CallOptions options, long millis);

    List<Integer> download(List<Integer> sizes);

    /** Reads the first item of a stream and gives the rest up. */
    int downloadFirst(List<Integer> sizes);

    long upload(List<Integer> sizes);

    /** Sends one item and gives the call up when its handler has begun. */
    void uploadAndCancel(Semaphore begun);

    List<Integer> talk(List<Integer> sizes);

    static String text(int size) {
        return "x".repeat(size);
    }

    /** Waits; an error is thrown as a blocking stub would. */
    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw RpcException.of(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** By the stub that blocks. */
    record Blocking(Interop stub) implements Caller {

        Blocking(RpcClient client) {
            this(Interop.stub(client));
        }

        @Override
        public void empty() {
            stub.empty();
        }

        @Override
        public String large(String text, int size) {
            return stub.large(text, size);
        }

        @Override
        public String metadata(CallOptions options, String key) {
            return stub.with(options).metadata(key);
        }

        @Override
        public String metadataStream(CallOptions options, String key) {
            try (RpcStream<String> texts = stub.with(options).metadataStream(key)) {
                return texts.next();
            }
        }

        @Override
        public void fail(String code, String message) {
            stub.fail(code, message);
        }

        @Override
        public void sleep(CallOptions options, long millis) {
            stub.with(options).sleep(millis);
        }

        @Override
        public List<Integer> download(List<Integer> sizes) {
            List<Integer> lengths = new ArrayList<>();
            try (RpcStream<String> texts = stub.download(sizes)) {
                texts.forEachRemaining(text -> lengths.add(text.length()));
            }
            return lengths;
        }

        @Override
        public int downloadFirst(List<Integer> sizes) {
            try (RpcStream<String> texts = stub.download(sizes)) {
                return texts.next().length();
            }
        }

        @Override
        public long upload(List<Integer> sizes) {
            try (ItemSink<String, Long> texts = stub.upload()) {
                sizes.forEach(size -> texts.send(text(size)));
                return texts.finish();
            }
        }

        @Override
        public void uploadAndCancel(Semaphore begun) {
            try (ItemSink<String, Long> texts = stub.upload()) {
                texts.send("x");
                begun.acquireUninterruptibly();
            }
        }

        @Override
        public List<Integer> talk(List<Integer> sizes) {
            List<Integer> lengths = new ArrayList<>();
            try (BidiStream<Integer, String> talk = stub.talk()) {
                for (int size : sizes) {
                    talk.send(size);
                    lengths.add(talk.next().length()); // ping-pong
                }
                talk.finish();
                talk.forEachRemaining(text -> lengths.add(text.length()));
            }
            return lengths;
        }
    }

    /** By the stub that does not. */
    record Async(InteropAsync stub) implements Caller {

        Async(RpcClient client) {
            this(InteropAsync.stub(client));
        }

        @Override
        public void empty() {
            get(stub.empty());
        }

        @Override
        public String large(String text, int size) {
            return get(stub.large(text, size));
        }

        @Override
        public String metadata(CallOptions options, String key) {
            return get(stub.with(options).metadata(key));
        }

        @Override
        public String metadataStream(CallOptions options, String key) {
            Collecting<String> texts = new Collecting<>(1);
            stub.with(options).metadataStream(key).subscribe(texts);
            return get(texts.all).get(0);
        }

        @Override
        public void fail(String code, String message) {
            get(stub.fail(code, message));
        }

        @Override
        public void sleep(CallOptions options, long millis) {
            get(stub.with(options).sleep(millis));
        }

        @Override
        public List<Integer> download(List<Integer> sizes) {
            Collecting<String> texts = new Collecting<>(1);
            stub.download(sizes).subscribe(texts);
            return get(texts.all).stream().map(String::length).toList();
        }

        @Override
        public int downloadFirst(List<Integer> sizes) {
            CompletableFuture<String> first = new CompletableFuture<>();
            stub.download(sizes).subscribe(new First(first));
            return get(first).length();
        }

        @Override
        public long upload(List<Integer> sizes) {
            return get(
                    stub.upload(Publishing.of(sizes.stream().map(Caller::text).toList())));
        }

        @Override
        public void uploadAndCancel(Semaphore begun) {
            CompletableFuture<Long> answer = stub.upload(subscriber -> subscriber.onSubscribe(new Endless()));
            begun.acquireUninterruptibly();
            answer.cancel(true);
        }

        @Override
        public List<Integer> talk(List<Integer> sizes) {
            Collecting<String> texts = new Collecting<>(2);
            stub.talk(Publishing.of(sizes)).subscribe(texts);
            return get(texts.all).stream().map(String::length).toList();
        }
    }
}
