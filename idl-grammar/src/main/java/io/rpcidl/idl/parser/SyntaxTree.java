package io.rpcidl.idl.parser;

import java.util.List;
import java.util.Objects;

/**
 * A file that follows the grammar, with every word and every comment of it: what tools need that rewrite files.
 *
 * @param root the construct {@link Shape#FILE}
 * @param words all words of the root in their order; the last one is the end of the file
 */
public record SyntaxTree(Construct root, List<Word> words) {

    /** Checks that the root is there and copies the list. */
    public SyntaxTree {
        Objects.requireNonNull(root, "root");
        words = List.copyOf(words);
    }
}
