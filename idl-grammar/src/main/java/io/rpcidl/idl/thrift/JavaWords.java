package io.rpcidl.idl.thrift;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that Java does not take for the parts of a package (JLS 17, section 3.9). */
final class JavaWords {

    private static final Pattern PART = Pattern.compile("[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?");

    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum"
                            + " extends final finally float for goto if implements import instanceof int interface long"
                            + " native new package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws transient try void volatile while true false null")
                    .split(" "));

    private JavaWords() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    /** Returns whether a name can be that of a Java package. */
    static boolean isPackage(String name) {
        return !(name + ".").startsWith("java.")
                && Stream.of(name.split("\\.", -1))
                        .allMatch(part -> PART.matcher(part).matches() && !isKeyword(part));
    }
}
