package io.rpcidl.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lays generated text out as a person would; JavaPoet writes everything in its longest form. A doc comment of one line
 * stands on one, an empty body is {@code {}}, and the fields of a class stand together.
 */
final class SourceLayout {

    private static final int COLUMNS = 120;
    private static final Pattern FIELD = Pattern.compile(" +private (?!static )[^(=]*(;| = .*)");

    /** A type, a name, parameters: no statement looks like that at this depth. */
    private static final Pattern DECLARATION = Pattern.compile("    [^ (=*/}][^(=]* [^ (=]+\\([^()]*\\);");

    private final List<String> lines = new ArrayList<>();

    private SourceLayout() {}

    /** Returns the text in its short form. */
    static String of(String text) {
        SourceLayout layout = new SourceLayout();
        text.lines().forEach(layout::add);
        return String.join("\n", layout.lines) + "\n";
    }

    private void add(String line) {
        String bare = line.strip();
        if (bare.equals("*/") && endsComment(line)) {
            return;
        }
        if (bare.equals("}") && last(1).endsWith("{") && !isComment(last(1))) {
            lines.set(lines.size() - 1, last(1) + "}");
            return;
        }
        if (FIELD.matcher(line).matches() && last(1).isEmpty() && isField(last(2))) {
            lines.remove(lines.size() - 1);
        }
        if (isDeclaration(line) && last(1).isEmpty() && isDeclaration(last(2))) {
            lines.remove(lines.size() - 1);
        }
        lines.add(line);
    }

    /** Puts a comment on one line, if it has only one and there is room; {@code end} is its last line, not added yet. */
    private boolean endsComment(String end) {
        if (!last(2).strip().equals("/**")) {
            return false;
        }
        String words = last(1).strip().substring(1);
        String line = end.replace(" */", "") + "/**" + words + " */";
        if (line.length() > COLUMNS) {
            return false;
        }
        lines.remove(lines.size() - 1);
        lines.set(lines.size() - 1, line);
        return true;
    }

    /** Returns whether a line is a method without a body, of which nothing more is said. */
    private static boolean isDeclaration(String line) {
        return DECLARATION.matcher(line).matches();
    }

    private static boolean isField(String line) {
        return FIELD.matcher(line).matches() && line.endsWith(";");
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("*");
    }

    private String last(int back) {
        return back > lines.size() ? "" : lines.get(lines.size() - back);
    }
}
