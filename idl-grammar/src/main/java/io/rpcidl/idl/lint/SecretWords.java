package io.rpcidl.idl.lint;

import java.util.Set;

/** Names that sound like secrets, or like what identifies a person. Whole words count: a tokenizer is no token. */
final class SecretWords {

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "secrets",
            "credential",
            "credentials",
            "pan",
            "ssn",
            "iban",
            "cvv",
            "cvc",
            "jwt",
            "token");
    private static final Set<String> PAIRS = Set.of(
            "api key",
            "private key",
            "secret key",
            "access key",
            "encryption key",
            "signing key",
            "auth tokens",
            "access tokens",
            "card number",
            "card numbers",
            "passport number",
            "social security",
            "bank account");

    /** What a secret may be followed by and still be one. */
    private static final Set<String> FORMS =
            Set.of("hash", "digest", "value", "text", "string", "bytes", "base64", "encrypted", "plain", "number");

    /** Tokens that say where something goes on, or which call it is, and open nothing. */
    private static final Set<String> HARMLESS_TOKENS = Set.of(
            "page",
            "next",
            "previous",
            "prev",
            "start",
            "end",
            "continuation",
            "continue",
            "resume",
            "cursor",
            "sync",
            "change",
            "idempotency",
            "request",
            "dedup",
            "client",
            "correlation");

    private SecretWords() {}

    static boolean match(Words words) {
        boolean form = words.size() > 1 && FORMS.contains(words.last());
        return isSecret(words) || (form && isSecret(words.before(words.size() - 1)));
    }

    private static boolean isSecret(Words words) {
        String before = words.size() > 1 ? words.before(words.size() - 1).last() : "";
        boolean harmless = words.endWith("token") && HARMLESS_TOKENS.contains(before);
        return PAIRS.contains(before + " " + words.last()) || (WORDS.contains(words.last()) && !harmless);
    }
}
