package io.rpcidl.runtime.testing;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Certificates made for a test, and their files. */
public final class Certificates {

    private final Path folder;
    private final X509Bundle authority;

    /** Makes an authority; files are written into a folder. */
    public Certificates(Path folder, String authority) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.authority = new CertificateBuilder()
                .subject("CN=" + authority)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        write("authority.pem", this.authority.getCertificatePEM());
    }

    /** Returns what trusts the authority. */
    public Tls trust() {
        return Tls.trust(folder.resolve("authority.pem"));
    }

    /** Writes a certificate of this machine, signed by the authority, and its key; again under the same names. */
    public Tls identity(String name) throws Exception {
        return identity(name, builder -> builder.addSanDnsName("localhost").addSanIpAddress("127.0.0.1"));
    }

    /** Writes a certificate, signed by the authority, and its key. */
    public Tls identity(String name, UnaryOperator<CertificateBuilder> options) throws Exception {
        CertificateBuilder builder = options.apply(new CertificateBuilder().subject("CN=" + name));
        X509Bundle bundle = builder.buildIssuedBy(authority);
        Path certificates = write(name + ".pem", bundle.getCertificatePathPEM());
        return Tls.identity(certificates, write(name + ".key", bundle.getPrivateKeyPEM()));
    }

    /** Writes a certificate of this machine that nobody but itself has signed, and its key, into a folder. */
    public static Tls selfSigned(Path folder) throws Exception {
        X509Bundle bundle = new CertificateBuilder()
                .subject("CN=self")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        Files.createDirectories(folder);
        return Tls.identity(
                write(folder, "self.pem", bundle.getCertificatePathPEM()),
                write(folder, "self.key", bundle.getPrivateKeyPEM()));
    }

    private Path write(String name, String text) throws IOException {
        return write(folder, name, text);
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve(name + ".new"), text);
        return Files.move(fresh, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
