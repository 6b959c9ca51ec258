package io.rpcidl.idl.corpus;

import io.rpcidl.idl.parser.TokenPlaces;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Random;

/**
 * A contract in which one token was deleted, doubled or swapped with the next one, and in which a declaration far away has a
 * mistake of its own, so that it can be seen whether that is still found.
 *
 * @param at which token was changed
 */
record Mutant(SourceFile file, Kind kind, int at) {

    /** What was done to the token. */
    enum Kind {
        DELETED,
        DOUBLED,
        SWAPPED
    }

    /** The type that is not there. */
    static final String SENTINEL = "SentinelThatIsNotThere";

    private static final String DECLARATION = "struct SentinelHolder {\n  gone: " + SENTINEL + ";\n}\n";

    static Mutant of(SourceFile original, Random random) {
        List<String> tokens = tokens(original);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        int at = random.nextInt(tokens.size() - 1);
        boolean late = at > tokens.size() / 2;
        int head = head(original);
        String text = late
                ? original.text().substring(0, head)
                        + DECLARATION
                        + original.text().substring(head)
                : original.text() + "\n" + DECLARATION;
        int shifted =
                late ? at + tokens(new SourceFile("sentinel", DECLARATION)).size() : at;
        return new Mutant(new SourceFile(original.name(), changed(text, kind, shifted)), kind, shifted);
    }

    /** Returns the offset of the first declaration: behind the head of the file. */
    private static int head(SourceFile file) {
        int last = 0;
        for (int i = 0; i < file.text().length(); i = file.text().indexOf('\n', i) + 1) {
            String line = file.text().substring(i);
            if (line.startsWith("package ") || line.startsWith("import ") || line.startsWith("option ")) {
                last = file.text().indexOf('\n', i) + 1;
            }
            if (file.text().indexOf('\n', i) < 0) {
                break;
            }
        }
        return last;
    }

    private static String changed(String text, Kind kind, int at) {
        List<int[]> places = places(new SourceFile("mutant", text));
        int[] token = places.get(at);
        int[] next = places.get(at + 1);
        String word = text.substring(token[0], token[1]);
        return switch (kind) {
            case DELETED -> text.substring(0, token[0]) + " " + text.substring(token[1]);
            case DOUBLED -> text.substring(0, token[1]) + " " + word + " " + text.substring(token[1]);
            case SWAPPED ->
                text.substring(0, token[0])
                        + " "
                        + text.substring(next[0], next[1])
                        + " "
                        + text.substring(token[1], next[0])
                        + word
                        + " "
                        + text.substring(next[1]);
        };
    }

    private static List<String> tokens(SourceFile file) {
        return places(file).stream()
                .map(place -> file.text().substring(place[0], place[1]))
                .toList();
    }

    /** Returns the text around the change, on one line. */
    String around() {
        int[] place = places(file).get(Math.min(at, places(file).size() - 1));
        int from = Math.max(0, place[0] - 40);
        int to = Math.min(file.text().length(), place[1] + 40);
        return file + ":" + file.position(place[0]).line() + " "
                + file.text().substring(from, to).replace('\n', '|');
    }

    private static List<int[]> places(SourceFile file) {
        return TokenPlaces.of(file);
    }
}
