package io.rpcidl.cli;

import io.rpcidl.cli.shell.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the JVM begins. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = new Rpc(new Console(System.in, out, err)).run(arguments);
        out.flush();
        System.exit(code);
    }
}
