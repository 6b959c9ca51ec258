package io.rpcidl.cli.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;

/** What a run reads and prints; tests bring their own. */
public record Console(InputStream in, PrintStream out, PrintStream err) {

    /** Checks that nothing is null. */
    public Console {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }
}
