package io.rpcidl.runtime.testing;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoHandler;
import io.rpcidl.runtime.testing.contract.RefusedException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The service that the runtime's tests talk to: it does what it is told, and tells what it did. */
public class EchoService implements EchoHandler {

    /** Names of {@code wait} calls that have begun. */
    public final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

    /** Texts of {@code note} calls. */
    public final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

    /** Lets {@code wait} calls answer. */
    public final CountDownLatch release = new CountDownLatch(1);

    /** Calls of {@code echo}. */
    public final AtomicInteger echoes = new AtomicInteger();

    @Override
    public String echo(Echo.EchoRequest request) {
        echoes.incrementAndGet();
        return request.text();
    }

    @Override
    public String maybe(Echo.MaybeRequest request) {
        String text = request.text();
        return text != null && text.startsWith("metadata:")
                ? ServerCall.current().metadata().get(text.substring(9))
                : text;
    }

    @Override
    public long add(Echo.AddRequest request) {
        return request.numbers().stream().reduce(0L, Math::addExact);
    }

    @Override
    public String wait_(Echo.WaitRequest request) {
        begun.add(request.name());
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return request.name();
    }

    @Override
    public String fail(Echo.FailRequest request) {
        switch (request.how()) {
            case "refused" ->
                throw RefusedException.builder("no, thanks").reason("busy").build();
            case "status" -> throw new RpcException(StatusCode.ALREADY_EXISTS, "twice");
            case "null" -> {
                return null;
            }
            case "busy" -> {
                ServerCall.current().addReplyMetadata("queue", "17");
                ServerCall.current().addReplyMetadata("reason", "two\r\nlines");
                throw new RpcException(
                        Status.processed(StatusCode.UNAVAILABLE, "busy").withRetryAfter(Duration.ofMillis(1_500)));
            }
            case "long" -> throw new RpcException(StatusCode.ABORTED, "\u00e9\ud83d\ude00".repeat(1_000));
            case "surrogate" -> throw new RpcException(StatusCode.ABORTED, "half \ud800");
            case "error" -> throw new StackOverflowError("deep");
            default -> throw new IllegalStateException("a secret: " + request.how());
        }
    }

    @Override
    public void note(Echo.NoteRequest request) {
        notes.add(request.text());
    }
}
