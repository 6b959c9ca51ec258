package io.rpcidl.transport.netty;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What connections encrypt with, read again when its files have changed; while those are wrong, or half replaced, what
 * was read last stays. Safe for any number of threads.
 */
final class TlsContext {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContext.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Tls tls;
    private final boolean server;
    private SslContext context; // guarded by this
    private List<Stamp> stamps; // of the files when they were last read; guarded by this

    private record Stamp(@Nullable Object file, FileTime changed, long size) {}

    /** Reads the files. Fails with {@link IllegalArgumentException}, which says what is wrong with which. */
    TlsContext(Tls tls, boolean server) {
        if (server && tls.certificates() == null) {
            throw new IllegalArgumentException("a server needs a certificate and its key: Tls.identity(…)");
        }
        this.tls = tls;
        this.server = server;
        try {
            this.stamps = look();
            this.context = read();
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Returns what a new connection is to use. */
    synchronized SslContext current() {
        try {
            List<Stamp> now = look();
            if (!now.equals(stamps)) {
                stamps = now;
                context = read();
                LOG.info("read {} again", tls);
            }
        } catch (IOException e) {
            LOG.warn("the certificates in use stay, for the new ones cannot be used: {}", e.getMessage());
        }
        return context;
    }

    private List<Stamp> look() throws IOException {
        List<Stamp> found = new ArrayList<>();
        for (Path file : Stream.of(tls.certificates(), tls.key(), tls.authorities())
                .filter(Objects::nonNull)
                .toList()) {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            found.add(new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size()));
        }
        return found;
    }

    private SslContext read() throws IOException {
        Path certificates = tls.certificates();
        Path keyFile = tls.key();
        X509Certificate[] chain = null;
        PrivateKey key = null;
        if (certificates != null && keyFile != null) {
            chain = PemFiles.certificates(certificates);
            key = PemFiles.key(keyFile);
            PemFiles.checkPair(chain[0], key, keyFile);
        }
        SslContextBuilder builder = server
                ? SslContextBuilder.forServer(key, chain)
                : SslContextBuilder.forClient().keyManager(key, chain);
        Path authorities = tls.authorities();
        if (authorities != null) {
            builder.trustManager(PemFiles.certificates(authorities));
        }
        if (server) {
            builder.clientAuth(authorities == null ? ClientAuth.NONE : ClientAuth.REQUIRE);
        } else {
            builder.endpointIdentificationAlgorithm("HTTPS"); // RFC 9110, section 4.3.4: the name must match
        }
        return builder.protocols(PROTOCOLS).build();
    }
}
