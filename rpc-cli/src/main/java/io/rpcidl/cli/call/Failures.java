package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.json.JsonException;
import io.rpcidl.runtime.CallTrace;
import io.rpcidl.runtime.ErrorDetails;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.io.PrintStream;
import java.util.Locale;

/** How a call that failed is shown to people and to the shell. */
public final class Failures {

    private Failures() {}

    /** Prints all that is known of it, and returns its {@link ExitCode}. */
    public static int print(RpcException failure, PrintStream err) {
        Status status = failure.status();
        err.println("rpc: " + status);
        ErrorDetails details = status.details();
        if (details != null) {
            print("type", Printable.escaped(details.type()), err);
            print("details", json(details), err);
        }
        print("processed", status.processed().name().toLowerCase(Locale.ROOT), err);
        if (status.retryAfter() != null) {
            print("retry after", status.retryAfter().toMillis() + " ms", err);
        }
        CallTrace trace = failure.trace();
        if (trace != null) {
            print("call", Printable.escaped(trace.toString()), err);
        }
        return exitCode(status.code());
    }

    private static void print(String name, String value, PrintStream err) {
        err.println("  " + name + ": " + value);
    }

    private static String json(ErrorDetails details) {
        try {
            return Printable.line(RawJson.parse(details.json().toByteArray()));
        } catch (JsonException e) {
            return Printable.escaped(details.json().toUtf8());
        }
    }

    static int exitCode(StatusCode code) {
        return switch (code) {
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED -> ExitCode.REFUSED;
            case PERMISSION_DENIED, UNAUTHENTICATED -> ExitCode.DENIED;
            case UNAVAILABLE, RESOURCE_EXHAUSTED -> ExitCode.UNAVAILABLE;
            case DEADLINE_EXCEEDED -> ExitCode.TIMEOUT;
            case UNKNOWN, INTERNAL, DATA_LOSS -> ExitCode.FAULT;
            case CANCELLED -> ExitCode.CANCELLED;
        };
    }
}
