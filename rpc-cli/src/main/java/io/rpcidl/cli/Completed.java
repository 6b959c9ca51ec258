package io.rpcidl.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A command whose last word may be completed by what a running server says. */
interface Completed {

    /** Whoever waits is typing. */
    Duration PATIENCE = Duration.ofSeconds(1);

    /** Returns what may stand in the place of the last word; fails in any way if nothing is known. */
    List<String> candidates() throws IOException;
}
