package io.rpcidl.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * With which certificates a client or a server speaks TLS, 1.2 or 1.3. All files are PEM (RFC 7468); a key is PKCS #8,
 * not encrypted. Files that change are read again for the connections that are opened after that: a certificate is
 * replaced without a restart. Immutable.
 *
 * <pre>{@code
 * RpcServer.builder().tls(Tls.identity(Path.of("server.pem"), Path.of("server.key")))
 * RpcClient.builder("rpc://shop.example:4000").tls(Tls.trust(Path.of("authority.pem")))
 * }</pre>
 */
public final class Tls {

    private final @Nullable Path certificates;
    private final @Nullable Path key;
    private final @Nullable Path authorities;

    private Tls(@Nullable Path certificates, @Nullable Path key, @Nullable Path authorities) {
        this.certificates = certificates;
        this.key = key;
        this.authorities = authorities;
    }

    /** Trusts the authorities that the JVM trusts, and shows no certificate: a client's plainest choice. */
    public static Tls system() {
        return new Tls(null, null, null);
    }

    /** Trusts certificates that these authorities have signed, and no others. */
    public static Tls trust(Path authorities) {
        return system().withTrust(authorities);
    }

    /** Shows the first of these certificates, signed by the next and so on, with its key. A server needs this. */
    public static Tls identity(Path certificates, Path key) {
        return system().withIdentity(certificates, key);
    }

    /**
     * Returns this with authorities whose certificates are trusted. A server that has them asks every client for a
     * certificate, and talks to none without.
     */
    public Tls withTrust(Path newAuthorities) {
        return new Tls(certificates, key, readable(newAuthorities));
    }

    /** Returns this with certificates to show, as a client does that is asked for one. */
    public Tls withIdentity(Path newCertificates, Path newKey) {
        return new Tls(readable(newCertificates), readable(newKey), authorities);
    }

    /** Returns the file of the certificates to show, or null. */
    public @Nullable Path certificates() {
        return certificates;
    }

    /** Returns the file of their key, or null. */
    public @Nullable Path key() {
        return key;
    }

    /** Returns the file of the authorities that are trusted; null stands for the JVM's. */
    public @Nullable Path authorities() {
        return authorities;
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(Objects.requireNonNull(file, "file"))) {
            throw new IllegalArgumentException("cannot read " + file + ": give the path of a PEM file");
        }
        return file;
    }

    /** Returns the names of the files. */
    @Override
    public String toString() {
        return "Tls[certificates=" + certificates + ", key=" + key + ", authorities=" + authorities + "]";
    }
}
