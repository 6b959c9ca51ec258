package io.rpcidl.runtime.testing;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceHandler;
import io.rpcidl.runtime.testing.contract.RefusedException;
import io.rpcidl.runtime.testing.contract.TypeCodecs_.RefusedCodec_;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The streams that the runtime's tests talk to, with handlers that block or handlers that do not. */
public final class StreamService implements ServiceHandler, AutoCloseable {

    /** Answers with the numbers from 0 on, so many. */
    public static final MethodDescriptor<List<Long>, Long> COUNT = method("count", Kind.SERVER_STREAM, Codecs.INT64);

    /** Answers with numbers for as long as somebody reads. */
    public static final MethodDescriptor<List<Long>, Long> ENDLESS =
            method("endless", Kind.SERVER_STREAM, Codecs.INT64);

    /** Answers with so many numbers and then fails; with a negative one it fails in a way that no contract knows. */
    public static final MethodDescriptor<List<Long>, Long> FAIL = method("fail", Kind.SERVER_STREAM, Codecs.INT64);

    /** Adds numbers. */
    public static final MethodDescriptor<List<Long>, Long> SUM = method("sum", Kind.CLIENT_STREAM, Codecs.INT64);

    /** Takes numbers, but reads none of them before {@link #release}. */
    public static final MethodDescriptor<List<Long>, Long> HOLD = method("hold", Kind.CLIENT_STREAM, Codecs.INT64);

    /** Answers each text with itself. */
    public static final MethodDescriptor<List<Long>, String> ECHO = method("echo", Kind.BIDI_STREAM, Codecs.STRING);

    /** Answers at once. */
    public static final MethodDescriptor<List<Long>, Long> PING = method("ping", Kind.UNARY, Codecs.INT64);

    /** What {@code endless} has written. */
    public final AtomicLong written = new AtomicLong();

    /** How handlers ended that were not left to finish. */
    public final BlockingQueue<RpcException> ends = new LinkedBlockingQueue<>();

    /** Names of calls that have begun. */
    public final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

    /** Lets {@code hold} read. */
    public final CountDownLatch release = new CountDownLatch(1);

    private final boolean async;

    /** Makes a service; {@code async} chooses handlers that do not block. */
    public StreamService(boolean async) {
        this.async = async;
    }

    private static <R> MethodDescriptor<List<Long>, R> method(String name, Kind kind, Codec<R> result) {
        return new MethodDescriptor<>(
                "testing.v1.Streams",
                name,
                kind,
                Codecs.list(Codecs.INT64),
                result,
                MethodTraits.NONE,
                RefusedCodec_.INSTANCE);
    }

    @Override
    public ServiceDefinition definition_() {
        ServiceDefinition definition = new ServiceDefinition("testing.v1.Streams")
                .blocking(PING, params -> params.get(0))
                .clientStream(HOLD, Codecs.INT64, this::hold)
                .serverStream(ENDLESS, this::endless);
        return async
                ? definition
                        .serverStreamAsync(COUNT, params -> new Publishing<>(out -> count(params.get(0), out)))
                        .serverStreamAsync(FAIL, params -> new Publishing<>(out -> fail(params.get(0), out)))
                        .clientStreamAsync(SUM, Codecs.INT64, (params, in) -> sumOf(in))
                        .bidiStreamAsync(ECHO, Codecs.STRING, (params, in) -> in)
                : definition
                        .serverStream(COUNT, (params, out) -> count(params.get(0), out))
                        .serverStream(FAIL, (params, out) -> fail(params.get(0), out))
                        .clientStream(SUM, Codecs.INT64, (params, in) -> sum(in))
                        .bidiStream(ECHO, Codecs.STRING, (params, in, out) -> in.forEachRemaining(out::write));
    }

    private static void count(long most, ItemWriter<Long> out) {
        for (long i = 0; i < most; i++) {
            out.write(i);
        }
    }

    private static void fail(long after, ItemWriter<Long> out) {
        count(after, out);
        if (after < 0) {
            throw new IllegalStateException("a secret");
        }
        throw RefusedException.builder("enough").reason("busy").build();
    }

    private void endless(List<Long> params, ItemWriter<Long> out) {
        begun.add("endless");
        try {
            while (true) {
                out.write(written.get());
                written.incrementAndGet();
            }
        } catch (RpcException e) {
            ends.add(e);
            throw e;
        }
    }

    private long hold(List<Long> params, RpcStream<Long> in) throws InterruptedException {
        begun.add("hold");
        release.await();
        return sum(in);
    }

    private long sum(RpcStream<Long> in) {
        begun.add("sum");
        try {
            long sum = 0;
            while (in.hasNext()) {
                sum += in.next();
            }
            return sum;
        } catch (RpcException e) {
            ends.add(e);
            throw e;
        }
    }

    /** Adds numbers up as they come, a few at a time. */
    private CompletableFuture<Long> sumOf(Flow.Publisher<Long> in) {
        begun.add("sum");
        Collecting<Long> numbers = new Collecting<>(3);
        in.subscribe(numbers);
        return numbers.all.thenApply(all -> all.stream().reduce(0L, Long::sum));
    }

    @Override
    public void close() {
        release.countDown();
    }
}
