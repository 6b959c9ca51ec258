package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Comment;
import java.util.List;

/**
 * Comments with a margin of our own. What a doc comment says to the compiler stays the same, and if that is several lines
 * its marks have lines of their own; of other comments only white space at the ends of lines is lost, and that before
 * stars.
 */
final class CommentText {

    private CommentText() {}

    /** Returns a comment, its lines separated by {@code \n}. Where all but the first begin with a star, each has a space before it. */
    static String of(Comment comment) {
        String text = comment.text();
        List<String> lines = lines(text);
        if (lines.size() == 1) {
            return stripEnd(text);
        }
        if (comment.kind() == Comment.Kind.DOC) {
            return doc(text);
        }
        boolean starred =
                lines.stream().skip(1).allMatch(line -> stripStart(line).startsWith("*"));
        StringBuilder out = new StringBuilder(stripEnd(lines.get(0)));
        lines.stream()
                .skip(1)
                .forEach(
                        line -> out.append(starred ? "\n " : "\n").append(stripEnd(starred ? stripStart(line) : line)));
        return out.toString();
    }

    /** Returns whether a result of {@link #of} has stars before all lines. */
    static boolean isStarred(String text) {
        return lines(text).stream().skip(1).allMatch(line -> line.startsWith(" *"));
    }

    private static String doc(String text) {
        List<String> lines = lines(text.substring("/**".length(), text.length() - "*/".length()));
        StringBuilder out = new StringBuilder("/**");
        for (int i = 0; i < lines.size(); i++) {
            String says = Comment.withoutMargin(lines.get(i));
            boolean isEdge = i == 0 || i == lines.size() - 1;
            if (!says.isEmpty()) {
                out.append("\n * ").append(says);
            } else if (!isEdge) {
                out.append("\n *");
            }
        }
        return out.append("\n */").toString();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|[\r\n]", -1));
    }

    private static String stripStart(String line) {
        int start = 0;
        while (start < line.length() && isBlank(line.charAt(start))) {
            start++;
        }
        return line.substring(start);
    }

    private static String stripEnd(String line) {
        int end = line.length();
        while (end > 0 && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }
}
