package io.rpcidl.runtime.interop;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.testing.Collecting;
import io.rpcidl.runtime.testing.Publishing;
import io.rpcidl.runtime.testing.interop.Interop;
import io.rpcidl.runtime.testing.interop.InteropAsyncHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The service with handlers that do not block. */
final class AsyncService implements InteropAsyncHandler, Cancels {

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore cancels = new Semaphore(0);

    @Override
    public Semaphore begun() {
        return begun;
    }

    @Override
    public Semaphore cancels() {
        return cancels;
    }

    @Override
    public CompletionStage<Void> empty(Interop.EmptyRequest request) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<String> large(Interop.LargeRequest request) {
        return CompletableFuture.completedFuture("x".repeat(request.size()));
    }

    @Override
    public CompletionStage<String> metadata(Interop.MetadataRequest request) {
        return CompletableFuture.completedFuture(Cancels.sentBack(request.key()));
    }

    @Override
    public CompletionStage<Void> fail(Interop.FailRequest request) {
        return CompletableFuture.failedFuture(new RpcException(StatusCode.named(request.code()), request.message()));
    }

    @Override
    public CompletionStage<Void> sleep(Interop.SleepRequest request) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ServerCall.current().onCancel(() -> {
            cancels.release();
            done.complete(null);
        });
        return done.completeOnTimeout(null, request.millis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Flow.Publisher<String> metadataStream(Interop.MetadataStreamRequest request) {
        return Publishing.of(List.of(Cancels.sentBack(request.key())));
    }

    @Override
    public Flow.Publisher<String> download(Interop.DownloadRequest request) {
        begin();
        return new Publishing<>(out -> request.sizes().forEach(size -> out.write("x".repeat(size))));
    }

    @Override
    public CompletionStage<Long> upload(Interop.UploadRequest request, Flow.Publisher<String> texts) {
        begin();
        Collecting<String> all = new Collecting<>(3);
        texts.subscribe(all);
        return all.all
                .whenComplete((list, failure) -> cancels.release(failure == null ? 0 : 1)) // as a stranger gives up
                .thenApply(list -> list.stream().mapToLong(String::length).sum());
    }

    @Override
    public Flow.Publisher<String> talk(Interop.TalkRequest request, Flow.Publisher<Integer> sizes) {
        begin();
        return subscriber -> sizes.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(Integer size) {
                subscriber.onNext("x".repeat(size));
            }

            @Override
            public void onError(Throwable thrown) {
                subscriber.onError(thrown);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }

    private void begin() {
        ServerCall.current().onCancel(cancels::release);
        begun.release();
    }
}
