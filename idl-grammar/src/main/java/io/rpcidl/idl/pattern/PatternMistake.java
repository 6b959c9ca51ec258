package io.rpcidl.idl.pattern;

import java.util.Objects;
import java.util.Optional;

/**
 * What is wrong with a pattern.
 *
 * @param offset where in the pattern, in UTF-16 units; its length if something is missing at the end
 * @param length how long the wrong part is, in UTF-16 units; 0 if something is missing
 * @param tooLarge whether the pattern is only larger than is allowed
 * @param message one sentence without a full stop
 * @param help what to write instead, where that is known
 */
public record PatternMistake(int offset, int length, boolean tooLarge, String message, Optional<String> help) {

    /** Checks that nothing is null. */
    public PatternMistake {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(help, "help");
    }
}
