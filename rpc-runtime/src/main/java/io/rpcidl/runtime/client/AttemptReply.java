package io.rpcidl.runtime.client;

import io.rpcidl.runtime.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a call that went to a server: what that gave, or, where it is sent again instead, what came of that. One object where a
 * stage of a future would be three, for nearly all calls need no second attempt. Safe for any number of threads.
 */
final class AttemptReply extends CompletableFuture<Reply> {

    private static final AtomicReferenceFieldUpdater<AttemptReply, @Nullable Reply> GIVEN =
            AtomicReferenceFieldUpdater.newUpdater(AttemptReply.class, Reply.class, "given");

    private final Function<Reply, @Nullable CompletableFuture<Reply>> follow;
    private volatile @Nullable Reply given;
    private volatile @Nullable SpinWait spin;

    /** Makes one that is not given yet; {@code follow} is asked once for what comes instead of a reply, or null. */
    AttemptReply(Function<Reply, @Nullable CompletableFuture<Reply>> follow) {
        this.follow = follow;
    }

    /** Lets whoever waits for the reply look for it first; null lets him sleep at once. */
    void lookFor(@Nullable SpinWait how) {
        spin = how;
    }

    /** Returns whether whoever waits looks for the reply first. */
    boolean isLookedFor() {
        return spin != null;
    }

    @Override
    public Reply get() throws InterruptedException, ExecutionException {
        SpinWait how = spin;
        if (how != null) {
            how.await(this);
        }
        return super.get();
    }

    /** Returns what the server gave, or what ended the call instead; null if it is in flight. */
    @Nullable
    Reply given() {
        return given;
    }

    /** Ends the attempt; the first time counts. */
    void give(Reply reply) {
        if (!GIVEN.compareAndSet(this, null, reply)) {
            return;
        }
        CompletableFuture<Reply> instead;
        try {
            instead = follow.apply(reply);
        } catch (RuntimeException | Error e) {
            completeExceptionally(e);
            return;
        }
        if (instead == null) {
            complete(reply);
        } else {
            instead.whenComplete((other, bug) -> {
                if (bug == null) {
                    complete(other);
                } else {
                    completeExceptionally(bug);
                }
            });
        }
    }
}
