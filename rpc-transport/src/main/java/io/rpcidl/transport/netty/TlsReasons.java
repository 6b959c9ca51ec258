package io.rpcidl.transport.netty;

import io.netty.handler.ssl.NotSslRecordException;
import io.rpcidl.transport.Endpoint;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why two sides did not come to speak TLS with each other, in words that say what to do. */
final class TlsReasons {

    /** What the other side says about this side's certificate, or about that it has none (RFC 8446, section 6.2). */
    private static final Set<String> ALERTS =
            Set.of("bad_certificate", "certificate_required", "certificate_unknown", "unknown_ca");

    private TlsReasons() {}

    /** Says why a handshake with an endpoint failed. */
    static String of(Throwable failure, Endpoint endpoint) {
        if (failure instanceof ClosedChannelException) {
            return "closed during the TLS handshake: does the server speak TLS on this port?";
        }
        String host = endpoint.host();
        String text = texts(failure);
        if (text.contains("subject alternative") || text.contains("no name matching")) {
            return "TLS: the server's certificate is not for the host " + host;
        }
        String reason = of(failure);
        return reason == null ? "TLS: " + Reasons.of(failure) : reason;
    }

    /** Says why a connection failed if TLS is the reason, else returns null. */
    static @Nullable String of(Throwable failure) {
        String text = texts(failure);
        if (has(failure, CertificateExpiredException.class)) {
            return "TLS: the other side's certificate has expired";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "TLS: the other side's certificate is not valid yet";
        }
        if (has(failure, CertPathBuilderException.class) || text.contains("path validation failed")) {
            return "TLS: no trusted authority has signed the other side's certificate";
        }
        if (has(failure, NotSslRecordException.class)) {
            return "the other side does not speak TLS on this port";
        }
        if (text.contains("protocol_version") || text.contains("protocol version")) {
            return "TLS: no version in common: 1.2 or 1.3 is needed";
        }
        if (ALERTS.stream().anyMatch(text::contains)) {
            return "TLS: the other side does not accept this side's certificate, or asks for one: Tls.withIdentity(…)";
        }
        return text.contains("handshake timed out") ? "the TLS handshake timed out" : null;
    }

    private static boolean has(Throwable failure, Class<?> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            texts.append(each.getMessage()).append('\n');
        }
        return texts.toString().toLowerCase(Locale.ROOT);
    }
}
