package io.rpcidl.codegen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names and the SHA-256 of what they stand for, as the lines that {@code sha256sum} prints. */
final class HashedNames {

    private static final String BETWEEN = "  ";
    private static final int HASH_CHARS = 64;

    private HashedNames() {}

    static String hash(String content) {
        return hash(content.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    static String print(SortedMap<String, String> hashes) {
        return hashes.entrySet().stream()
                .map(each -> each.getValue() + BETWEEN + each.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** Reads lines; those that are none are passed over. */
    static SortedMap<String, String> parse(String text) {
        Map<String, String> found = text.lines()
                .filter(each -> each.indexOf(BETWEEN) == HASH_CHARS)
                .collect(Collectors.toMap(
                        each -> each.substring(HASH_CHARS + BETWEEN.length()),
                        each -> each.substring(0, HASH_CHARS),
                        (first, second) -> second));
        return new TreeMap<>(found);
    }
}
