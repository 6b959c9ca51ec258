package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Comment;
import io.rpcidl.idl.parser.Word;
import java.util.List;

/**
 * What stands between two words: comments, and for each of them, and for the word behind, whether its author began a new
 * line before it. The methods that change that are what a style decides; they change nothing in what has been decided.
 */
final class Gap {

    private final List<Comment> comments;
    private final boolean[] newline;
    private final boolean[] blank;

    /** Looks at what is before a word and behind an offset, at which the word before it ends. */
    Gap(int from, Word word) {
        comments = word.comments();
        newline = new boolean[comments.size() + 1];
        blank = new boolean[comments.size() + 1];
        String text = word.span().file().text();
        int start = from;
        for (int i = 0; i <= comments.size(); i++) {
            boolean isLast = i == comments.size();
            int count = lineEnds(
                    text,
                    start,
                    isLast ? word.span().start() : comments.get(i).span().start());
            newline[i] = count > 0;
            blank[i] = count > 1;
            start = isLast ? start : comments.get(i).span().end();
        }
    }

    private static int lineEnds(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == to || text.charAt(i + 1) != '\n'));
            count += ends ? 1 : 0;
        }
        return count;
    }

    int size() {
        return comments.size();
    }

    Comment comment(int index) {
        return comments.get(index);
    }

    boolean isLineComment(int index) {
        return comments.get(index).kind() == Comment.Kind.LINE;
    }

    /** Returns whether a new line begins before a comment, or, at {@link #size()}, before the word. */
    boolean newline(int index) {
        return newline[index];
    }

    boolean blank(int index) {
        return newline[index] && blank[index];
    }

    /** Returns the first place with a new line, or a number beyond {@link #size()} if there is none. */
    int firstNewline() {
        int index = 0;
        while (index < newline.length && !newline[index]) {
            index++;
        }
        return index;
    }

    boolean hasNewline() {
        return firstNewline() < newline.length;
    }

    void addNewline(int index) {
        newline[index] = true;
    }

    /** Gives each doc comment a line of its own, and lets what it belongs to follow at once. */
    void detachDocs() {
        for (int i = 0; i < comments.size(); i++) {
            if (comments.get(i).kind() == Comment.Kind.DOC) {
                newline[i] = true;
                newline[i + 1] = true;
                blank[comments.size()] &= i + 1 < comments.size();
            }
        }
    }

    void removeBlank(int index) {
        blank[index] = false;
    }

    void removeBlanks() {
        java.util.Arrays.fill(blank, false);
    }

    /** Makes one line blank unless one is already; a comment behind the word before stays with it. */
    void ensureBlank() {
        for (int i = 0; i < blank.length; i++) {
            if (blank(i)) {
                return;
            }
        }
        blank[firstNewline()] = true;
    }
}
