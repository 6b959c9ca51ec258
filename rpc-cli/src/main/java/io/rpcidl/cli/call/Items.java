package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.RpcException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;

/**
 * The items that a call sends: JSON values, read on a thread of their own, for whoever types them may take time and the call
 * may be over before. They are read no faster than they can be sent.
 */
final class Items {

    private final JsonSequence in;
    private volatile Misuse failure;

    Items(InputStream in) {
        this.in = new JsonSequence(in);
    }

    /** Returns the items for a call that has not begun yet; they are read once it subscribes. */
    Flow.Publisher<byte[]> publisher() {
        return subscriber -> {
            SubmissionPublisher<byte[]> items = new SubmissionPublisher<>(Runnable::run, Flow.defaultBufferSize());
            items.subscribe(subscriber);
            start(items::submit, items::close, items::closeExceptionally);
        };
    }

    /** Sends the items to a call that has begun. */
    void sendTo(BidiStream<byte[], byte[]> call) {
        start(call::send, call::finish, failed -> call.close());
    }

    private void start(Consumer<byte[]> send, Runnable end, Consumer<Misuse> fail) {
        Thread thread = new Thread(
                () -> {
                    try {
                        for (byte[] item = in.next(); item != null; item = in.next()) {
                            send.accept(item);
                        }
                        end.run();
                    } catch (RpcException e) {
                        // the call has failed, which its answer says
                    } catch (Misuse | IOException e) {
                        failure = e instanceof Misuse misuse ? misuse : new Misuse("items: " + e.getMessage());
                        fail.accept(failure);
                    }
                },
                "rpc-items");
        thread.setDaemon(true);
        thread.start();
    }

    /** Fails if it was the items that ended the call. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }
}
