package io.rpcidl.runtime.conformance;

import conformance.v1.Conformance;
import conformance.v1.ConformanceHandler;
import conformance.v1.RefusedException;
import conformance.v1.Types;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;

/** The contract of {@code docs/conformance}, as its comments say. */
final class ConformanceService implements ConformanceHandler {

    @Override
    public String echo(Conformance.EchoRequest request) {
        return request.text();
    }

    @Override
    public String maybe(Conformance.MaybeRequest request) {
        return request.text();
    }

    @Override
    public int page(Conformance.PageRequest request) {
        return request.limit();
    }

    @Override
    public void nothing(Conformance.NothingRequest request) {
        // that is all
    }

    @Override
    public void note(Conformance.NoteRequest request) {
        // nobody asks for it
    }

    @Override
    public long add(Conformance.AddRequest request) {
        return request.numbers().stream().reduce(0L, Math::addExact);
    }

    @Override
    public Types types(Conformance.TypesRequest request) {
        return request.value();
    }

    @Override
    public String refuse(Conformance.RefuseRequest request) {
        throw refused(request.reason());
    }

    @Override
    public void crash(Conformance.CrashRequest request) {
        throw new IllegalStateException(request.text());
    }

    @Override
    public void abort(Conformance.AbortRequest request) {
        throw new RpcException(StatusCode.ABORTED, request.text().repeat(request.times()));
    }

    @Override
    public String metadata(Conformance.MetadataRequest request) {
        return ServerCall.current().metadata().get(request.key());
    }

    @Override
    public String tag(Conformance.TagRequest request) {
        ServerCall.current().addReplyMetadata(request.key(), request.text());
        return request.text();
    }

    @Override
    public void later(Conformance.LaterRequest request) {
        throw new RpcException(
                Status.processed(StatusCode.UNAVAILABLE, "later").withRetryAfter(Duration.ofMillis(request.ms())));
    }

    @Override
    public int sleep(Conformance.SleepRequest request) {
        try {
            Thread.sleep(request.ms());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return request.ms();
    }

    @Override
    public void count(Conformance.CountRequest request, ItemWriter<Long> out) {
        for (long i = 0; i < request.n(); i++) {
            out.write(i);
        }
    }

    @Override
    public void tagged(Conformance.TaggedRequest request, ItemWriter<Long> out) {
        ServerCall.current().addReplyMetadata(request.key(), request.text());
        for (long i = 0; i < request.n(); i++) {
            out.write(i);
        }
    }

    @Override
    public void stumble(Conformance.StumbleRequest request, ItemWriter<Long> out) {
        for (long i = 0; i < request.n(); i++) {
            out.write(i);
        }
        throw refused(request.reason());
    }

    @Override
    public long sum(Conformance.SumRequest request, RpcStream<Long> numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum;
    }

    @Override
    public void talk(Conformance.TalkRequest request, RpcStream<String> texts, ItemWriter<String> out) {
        texts.forEachRemaining(out::write);
    }

    private static RefusedException refused(String reason) {
        return RefusedException.builder("no, thanks").reason(reason).count(3).build();
    }
}
