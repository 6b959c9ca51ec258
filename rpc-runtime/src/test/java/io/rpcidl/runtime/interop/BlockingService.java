package io.rpcidl.runtime.interop;

import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.testing.interop.Interop;
import io.rpcidl.runtime.testing.interop.InteropHandler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The service with handlers that block. */
final class BlockingService implements InteropHandler, Cancels {

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
    public void empty(Interop.EmptyRequest request) {}

    @Override
    public String large(Interop.LargeRequest request) {
        return "x".repeat(request.size());
    }

    @Override
    public String metadata(Interop.MetadataRequest request) {
        return Cancels.sentBack(request.key());
    }

    @Override
    public void fail(Interop.FailRequest request) {
        throw new RpcException(StatusCode.named(request.code()), request.message());
    }

    @Override
    public void sleep(Interop.SleepRequest request) {
        CountDownLatch cancelled = new CountDownLatch(1);
        ServerCall.current().onCancel(cancelled::countDown);
        try {
            if (cancelled.await(request.millis(), TimeUnit.MILLISECONDS)) {
                cancels.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void metadataStream(Interop.MetadataStreamRequest request, ItemWriter<String> out) {
        out.write(Cancels.sentBack(request.key()));
    }

    @Override
    public void download(Interop.DownloadRequest request, ItemWriter<String> out) {
        begin();
        request.sizes().forEach(size -> out.write("x".repeat(size)));
    }

    @Override
    public long upload(Interop.UploadRequest request, RpcStream<String> texts) {
        begin();
        long length = 0;
        try {
            while (texts.hasNext()) {
                length += texts.next().length();
            }
        } catch (RpcException e) {
            cancels.release(); // a stranger has no other way to say it than to end its side
            throw e;
        }
        return length;
    }

    @Override
    public void talk(Interop.TalkRequest request, RpcStream<Integer> sizes, ItemWriter<String> out) {
        begin();
        sizes.forEachRemaining(size -> out.write("x".repeat(size)));
    }

    private void begin() {
        ServerCall.current().onCancel(cancels::release);
        begun.release();
    }
}
