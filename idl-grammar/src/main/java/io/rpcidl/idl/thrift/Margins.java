package io.rpcidl.idl.thrift;

import java.util.List;
import java.util.stream.Collectors;

/** Removes from the text of a comment what is there only to make it look well. */
final class Margins {

    private Margins() {}

    /**
     * Returns the lines without the stars that all of them begin with, or else without the white space that all but the
     * first share; without blank lines at either end.
     */
    static String remove(String text) {
        List<String> lines = text.lines().map(Margins::withoutRule).toList();
        if (lines.isEmpty()) {
            return "";
        }
        List<String> rest = lines.subList(1, lines.size());
        boolean starred = rest.stream()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("*"));
        int shared = rest.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        String body = rest.stream()
                .map(line -> starred ? withoutStar(line) : line.substring(Math.min(shared, line.length())))
                .collect(Collectors.joining("\n"));
        return withoutBlankEnds(lines.get(0).strip() + "\n" + body);
    }

    /** Lines of nothing but stars are the frame of a box. */
    private static String withoutRule(String line) {
        String stripped = line.strip();
        boolean isRule = stripped.length() > 1 && stripped.chars().allMatch(each -> each == '*');
        return isRule ? "" : line.stripTrailing();
    }

    private static String withoutStar(String line) {
        String stripped = line.stripLeading();
        int marks = stripped.startsWith("* ") ? 2 : Math.min(1, stripped.length());
        return stripped.substring(marks);
    }

    /** Unlike {@code strip} this keeps the indentation of the first line that says something. */
    private static String withoutBlankEnds(String text) {
        String out = text.stripTrailing();
        int newline = out.indexOf('\n');
        while (newline >= 0 && out.substring(0, newline).isBlank()) {
            out = out.substring(newline + 1);
            newline = out.indexOf('\n');
        }
        return out;
    }
}
