package io.rpcidl.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;

/** What a run reads and prints; tests bring their own. */
record Console(InputStream in, PrintStream out, PrintStream err) {

    Console {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }
}
