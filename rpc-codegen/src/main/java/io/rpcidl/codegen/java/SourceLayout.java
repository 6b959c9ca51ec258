package io.rpcidl.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lays generated text out as a person would; JavaPoet writes everything in its longest form. A doc comment of one line
 * stands on one, an empty body is {@code {}}, and members that take one line each stand together.
 */
final class SourceLayout {

    private static final int COLUMNS = 120;
    private static final Pattern FIELD = Pattern.compile(" +private (?!static )[^(=]*(;| = .*;)");
    private static final Pattern RECORD = Pattern.compile(" +record .*\\{}");

    /** A type, a name, parameters: at this depth no statement looks like that. */
    private static final Pattern DECLARATION = Pattern.compile("    [^ (=*/}][^(=]* [^ (=]+\\([^()]*\\);");

    private static final List<Pattern> ONE_LINERS = List.of(FIELD, RECORD, DECLARATION);

    private SourceLayout() {}

    /** Returns the text in its short form. */
    static String of(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> join(lines, line));
        return String.join("\n", withoutGaps(lines)) + "\n";
    }

    /** Adds a line, or joins it to those before that it ends. */
    private static void join(List<String> lines, String line) {
        int last = lines.size() - 1;
        String bare = line.strip();
        if (bare.equals("}") && lines.get(last).endsWith("{") && !isComment(lines.get(last))) {
            lines.set(last, lines.get(last) + "}");
        } else if (bare.equals("*/") && lines.get(last - 1).strip().equals("/**") && fits(line, lines.get(last))) {
            lines.set(last - 1, comment(line, lines.get(last)));
            lines.remove(last);
        } else {
            lines.add(line);
        }
    }

    private static boolean fits(String end, String words) {
        return comment(end, words).length() <= COLUMNS;
    }

    private static String comment(String end, String words) {
        return end.replace(" */", "") + "/**" + words.strip().substring(1) + " */";
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("*");
    }

    private static List<String> withoutGaps(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean gap = lines.get(i).isEmpty() && i > 0 && i + 1 < lines.size();
            boolean documented = i > 1 && lines.get(i - 2).endsWith("*/");
            if (!gap || documented || !areAlike(lines.get(i - 1), lines.get(i + 1))) {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }

    private static boolean areAlike(String before, String after) {
        return ONE_LINERS.stream()
                .anyMatch(each ->
                        each.matcher(before).matches() && each.matcher(after).matches());
    }
}
