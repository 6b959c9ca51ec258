package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.StatusCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The status codes that the names of errors speak of. */
final class StatusNames {

    private static final Map<String, StatusCode> PHRASES = phrases();
    private static final Map<String, StatusCode> GUESSES = Map.of(
            "invalid", StatusCode.INVALID_ARGUMENT,
            "authentication", StatusCode.UNAUTHENTICATED,
            "authorization", StatusCode.PERMISSION_DENIED,
            "unknown", StatusCode.NOT_FOUND,
            "timeout", StatusCode.DEADLINE_EXCEEDED,
            "conflict", StatusCode.ABORTED,
            "unsupported", StatusCode.UNIMPLEMENTED);

    private StatusNames() {}

    private static Map<String, StatusCode> phrases() {
        Map<String, StatusCode> phrases = new LinkedHashMap<>();
        put(phrases, StatusCode.NOT_FOUND, "not found", "no such", "does not exist");
        put(phrases, StatusCode.ALREADY_EXISTS, "already exists", "already exist", "duplicate");
        put(phrases, StatusCode.PERMISSION_DENIED, "permission denied", "access denied", "forbidden");
        put(phrases, StatusCode.UNAUTHENTICATED, "unauthenticated", "not authenticated", "not logged in");
        put(
                phrases,
                StatusCode.INVALID_ARGUMENT,
                "invalid argument",
                "invalid request",
                "invalid input",
                "bad request");
        put(phrases, StatusCode.DEADLINE_EXCEEDED, "timed out", "deadline exceeded");
        put(phrases, StatusCode.RESOURCE_EXHAUSTED, "quota exceeded", "rate limited", "limit exceeded", "too many");
        put(phrases, StatusCode.UNIMPLEMENTED, "not implemented", "unimplemented");
        put(phrases, StatusCode.UNAVAILABLE, "unavailable");
        put(phrases, StatusCode.ABORTED, "aborted");
        return Map.copyOf(phrases);
    }

    private static void put(Map<String, StatusCode> phrases, StatusCode code, String... all) {
        List.of(all).forEach(each -> phrases.put(each, code));
    }

    /** Returns the code that a name may well speak of, good enough for a proposal. */
    static Optional<StatusCode> guess(String name) {
        return in(name).or(() -> Words.of(name).list().stream()
                .map(GUESSES::get)
                .filter(Objects::nonNull)
                .findFirst());
    }

    /** Returns the code that a name speaks of, if it is exactly one. */
    static Optional<StatusCode> in(String name) {
        String text = " " + String.join(" ", Words.of(name).list()) + " ";
        Set<StatusCode> codes = PHRASES.entrySet().stream()
                .filter(each -> text.contains(" " + each.getKey() + " "))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return codes.size() == 1 ? codes.stream().findFirst() : Optional.empty();
    }
}
