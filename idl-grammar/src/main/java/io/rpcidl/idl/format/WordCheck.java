package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Comment;
import io.rpcidl.idl.parser.SyntaxTree;
import io.rpcidl.idl.parser.Word;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Whether two files say the same: all words and comments in one order, but for commas before a closing bracket. */
final class WordCheck {

    private WordCheck() {}

    /** Returns the first thing of one file that is not in the same place of the other one. */
    static Optional<String> difference(SyntaxTree one, SyntaxTree other) {
        Iterator<String> others = texts(other).iterator();
        for (String text : texts(one)) {
            if (!others.hasNext() || !others.next().equals(text)) {
                return Optional.of(text);
            }
        }
        return others.hasNext() ? Optional.of(others.next()) : Optional.empty();
    }

    private static List<String> texts(SyntaxTree tree) {
        List<String> texts = new ArrayList<>();
        List<Word> words = tree.words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            for (Comment comment : word.comments()) {
                texts.add(CommentText.of(comment));
            }
            if (!word.is(",") || !Spacing.isClosing(words.get(i + 1))) {
                texts.add(word.text());
            }
        }
        return texts;
    }
}
