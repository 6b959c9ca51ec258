package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Comment;
import io.rpcidl.idl.parser.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What stands between two words: comments, and for each of them, and for the word behind, whether its author began a new
 * line before it. The methods that change that are what a style decides; they change nothing in what has been decided.
 */
final class Gap {

    private final Optional<Word> before;
    private final Word word;
    private final List<Comment> comments;
    private final boolean[] newline;
    private final boolean[] blank;

    /** Looks at what is between a word and the one before it, or the start of the file. */
    Gap(Optional<Word> before, Word word) {
        this.before = before;
        this.word = word;
        comments = word.comments();
        newline = new boolean[comments.size() + 1];
        blank = new boolean[comments.size() + 1];
        String text = word.span().file().text();
        int start = before.map(each -> each.span().end()).orElse(0);
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

    boolean isStart() {
        return before.isEmpty();
    }

    boolean isBehindBracket() {
        return before.isPresent() && Spacing.isOpening(before.get());
    }

    boolean isBeforeEnd() {
        return Spacing.isEnding(word);
    }

    /** Returns whether a space stands before what follows on the same line: a comment clings to its bracket. */
    boolean standsApart(int index) {
        boolean clings = index == 0
                && isBehindBracket()
                && !before.get().is("{")
                && comments.get(0).kind() != Comment.Kind.LINE;
        return !clings;
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
        Arrays.fill(blank, false);
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
