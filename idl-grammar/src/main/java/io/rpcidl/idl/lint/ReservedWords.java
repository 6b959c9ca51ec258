package io.rpcidl.idl.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Words that a name must not be in the languages that code is made for. */
enum ReservedWords {
    JAVA(
            "Java",
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                    + " false final finally float for goto if implements import instanceof int interface long native new null"
                    + " package private protected public return short static strictfp super switch synchronized this throw"
                    + " throws transient true try void volatile while yield",
            // Methods of every object, which accessors and methods would replace.
            "clone finalize getClass hashCode notify notifyAll toString wait"),
    PYTHON(
            "Python",
            "False None True and as assert async await break class continue def del elif else except finally for from"
                    + " global if import in is lambda nonlocal not or pass raise return try while with yield",
            ""),
    TYPESCRIPT(
            "TypeScript",
            "arguments await break case catch class const continue debugger default delete do else enum eval export extends"
                    + " false finally for function if implements import in instanceof interface let new null package private"
                    + " protected public return static super switch this throw true try typeof var void while with yield",
            // A client with a method 'then' would be taken for a promise.
            "constructor then");

    private final String title;
    private final Set<String> words;
    private final Set<String> members;

    ReservedWords(String title, String words, String members) {
        this.title = title;
        this.words = Set.of(words.split(" "));
        this.members = Set.of(members.split(" "));
    }

    /** Returns whether a name of a kind gets another one in generated code. */
    private boolean take(String name, Kind kind) {
        return switch (kind) {
            case FIELD, UNION_MEMBER -> this == JAVA ? isWordOrMember(name) : this == PYTHON && words.contains(name);
            case PARAMETER ->
                this == JAVA ? isWordOrMember(name) : words.contains(name) || (this == PYTHON && name.equals("self"));
            case METHOD -> this == TYPESCRIPT ? members.contains(name) : isWordOrMember(name);
            // A property of an object may have any name in TypeScript.
            default -> this != TYPESCRIPT && words.contains(name);
        };
    }

    private boolean isWordOrMember(String name) {
        return words.contains(name) || members.contains(name);
    }

    /** Returns the languages that take a name of a kind, such as {@code Java and Python}; empty for none. */
    static String takers(String name, Kind kind) {
        List<String> takers = Arrays.stream(values())
                .filter(each -> each.take(name, kind))
                .map(each -> each.title)
                .toList();
        int last = takers.size() - 1;
        return last < 1
                ? String.join("", takers)
                : String.join(", ", takers.subList(0, last)) + " and " + takers.get(last);
    }
}
