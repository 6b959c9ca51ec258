package io.rpcidl.transport.netty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys. Fails with {@link IOException}, which names the file and says what is wrong with it. */
final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private PemFiles() {}

    static X509Certificate[] certificates(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException(file + " holds no certificate: -----BEGIN CERTIFICATE----- was expected");
            }
            return found.toArray(new X509Certificate[0]);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate that can be read: " + e.getMessage(), e);
        }
    }

    static PrivateKey key(Path file) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new IOException(file + " holds no key in PKCS #8: -----BEGIN PRIVATE KEY----- was expected"
                    + " (openssl pkcs8 -topk8 -nocrypt makes one)");
        }
        byte[] encoded = decoded(pem.group(1), file);
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                continue; // another algorithm's
            } catch (GeneralSecurityException e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
        throw new IOException(file + " holds a key that is neither RSA nor EC nor EdDSA, or is damaged");
    }

    private static byte[] decoded(String base64, Path file) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds a key that is damaged: " + e.getMessage(), e);
        }
    }

    /** Checks that a certificate is that of a key: where only one file was replaced yet, it is not. */
    static void checkPair(X509Certificate certificate, PrivateKey key, Path file) throws IOException {
        PublicKey published = certificate.getPublicKey();
        try {
            byte[] probe = {1, 2, 3, 4};
            Signature signer = Signature.getInstance(SIGNATURES.getOrDefault(key.getAlgorithm(), key.getAlgorithm()));
            signer.initSign(key);
            signer.update(probe);
            byte[] signature = signer.sign();
            signer.initVerify(published);
            signer.update(probe);
            if (signer.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " is not the key of the certificate: " + e.getMessage(), e);
        }
        throw new IOException(file + " is not the key of the certificate");
    }
}
