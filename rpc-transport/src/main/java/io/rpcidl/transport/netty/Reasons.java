package io.rpcidl.transport.netty;

import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/** Why a connection or a port failed, in the few words that people know, whatever the native layer calls it. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = String.valueOf(cause.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (cause instanceof UnknownHostException) {
            return "unknown host";
        }
        if (cause instanceof BindException || lower.contains("address already in use")) {
            return lower.contains("in use") ? "address already in use" : message;
        }
        if (lower.contains("connection refused")) {
            return "connection refused";
        }
        if (lower.contains("timed out")) {
            return "connect timed out";
        }
        if (cause instanceof NoRouteToHostException || cause instanceof ConnectException) {
            return "cannot connect: " + message;
        }
        if (lower.contains("reset by peer") || lower.contains("connection reset") || lower.contains("broken pipe")) {
            return "connection reset";
        }
        String tls = TlsReasons.of(cause);
        return tls == null ? cause.getClass().getSimpleName() + ": " + message : tls;
    }
}
