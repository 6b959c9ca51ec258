package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Comment;
import io.rpcidl.idl.parser.Construct;
import io.rpcidl.idl.parser.Shape;
import io.rpcidl.idl.parser.Syntax;
import io.rpcidl.idl.parser.Word;
import java.util.ArrayList;
import java.util.List;

/** Enums that stand on one line: those whose author wrote them so, if they fit and hold no comment. */
final class EnumLine {

    private EnumLine() {}

    static boolean isWanted(Construct declaration) {
        if (declaration.shape() != Shape.ENUM_DECLARATION) {
            return false;
        }
        List<Word> words = new ArrayList<>();
        collect(declaration, words);
        Word first = words.get(0);
        Word last = words.get(words.size() - 1);
        String text = first.span().file().text();
        return isOneLine(text, first.span().start(), last.span().end())
                && words.stream().skip(1).allMatch(word -> word.comments().isEmpty())
                && !words.get(words.size() - 2).is("{")
                && beginsLine(first)
                && width(words) <= Printer.LINE_WIDTH;
    }

    private static void collect(Syntax part, List<Word> words) {
        if (part instanceof Word word) {
            words.add(word);
        } else {
            ((Construct) part).parts().forEach(each -> collect(each, words));
        }
    }

    private static boolean isOneLine(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return false;
            }
        }
        return true;
    }

    /** A comment before it on the same line would move it to the right. */
    private static boolean beginsLine(Word first) {
        List<Comment> comments = first.comments();
        if (comments.isEmpty()) {
            return true;
        }
        Comment last = comments.get(comments.size() - 1);
        return last.kind() == Comment.Kind.DOC
                || !isOneLine(
                        first.span().file().text(),
                        last.span().end(),
                        first.span().start());
    }

    /** Returns the width with the spaces within the braces and without the commas that would not be written. */
    private static int width(List<Word> words) {
        int width = 2;
        Word before = null;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean dropped = word.is(",") && Spacing.isClosing(words.get(i + 1));
            if (!dropped) {
                boolean space = before != null && Spacing.between(before, word);
                width += word.text().codePointCount(0, word.text().length()) + (space ? 1 : 0);
                before = word;
            }
        }
        return width;
    }
}
