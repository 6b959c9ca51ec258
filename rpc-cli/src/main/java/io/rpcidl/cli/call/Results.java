package io.rpcidl.cli.call;

import io.rpcidl.runtime.Metadata;
import java.io.PrintStream;
import java.util.Map;

/** Where a call prints what it is answered with: values on one channel, one a line, and what comes beside them on another. */
public final class Results {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean pretty;
    private final boolean include;
    private final long limit;
    private volatile Metadata beside = Metadata.EMPTY;

    /**
     * Makes one.
     *
     * @param pretty whether values take several lines
     * @param include whether the metadata of answers are printed
     * @param limit how many items are enough
     */
    public Results(PrintStream out, PrintStream err, boolean pretty, boolean include, long limit) {
        this.out = out;
        this.err = err;
        this.pretty = pretty;
        this.include = include;
        this.limit = limit;
    }

    /** Returns how many items are enough. */
    long limit() {
        return limit;
    }

    /** Keeps what came beside the answer until it can be printed; called on a thread that must not block. */
    void metadata(Metadata received) {
        beside = received;
    }

    /** Prints what came beside the answer, once. */
    void printMetadata() {
        if (include) {
            for (Map.Entry<String, String> each : beside.asMap().entrySet()) {
                err.println(each.getKey() + ": " + Printable.escaped(each.getValue()));
            }
        }
        beside = Metadata.EMPTY;
    }

    /** Prints a value at once, and returns whether somebody still reads. */
    boolean print(byte[] json) {
        printMetadata();
        out.print((pretty ? Printable.pretty(json) : Printable.line(json)) + "\n");
        return !out.checkError();
    }
}
