package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import java.util.Collection;

/** Items of which a reader who waits for them may take those that are there, some at a time and without asking for each. */
public interface ReadyItems {

    /**
     * Takes items that are there, for a subscriber that has asked for none which has not come. They are the reader's from then
     * on, also if the stream fails.
     *
     * @return whether there were any
     */
    boolean take(Collection<? super Payload> taker);
}
