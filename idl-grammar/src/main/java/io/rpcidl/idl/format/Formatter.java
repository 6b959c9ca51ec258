package io.rpcidl.idl.format;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.parser.SyntaxReader;
import io.rpcidl.idl.parser.SyntaxTree;
import io.rpcidl.idl.source.SourceFile;
import java.util.Optional;

/**
 * Gives a contract the one style there is, which {@code docs/format.md} describes. For every text holds: the answer is
 * nothing and the sink has an error of the file, or it is a text that
 *
 * <ul>
 *   <li>has the same words and the same comments in the same order, but for commas before closing brackets, so that it
 *       means the same and documents the same;
 *   <li>is its own answer;
 *   <li>has lines that end with {@code \n}, no white space at their ends, and no byte order mark.
 * </ul>
 *
 * <p>It takes time and memory in proportion to the text.
 */
public final class Formatter {

    private Formatter() {}

    /**
     * Returns the text of a file in our style, or nothing if it does not follow the grammar: then the sink says why. What
     * the file means does not matter: names may be unknown, values wrong.
     *
     * @throws IllegalStateException if the result would not say the same, which is a bug of the formatter
     */
    public static Optional<String> format(SourceFile file, DiagnosticSink sink) {
        return SyntaxReader.read(file, sink).flatMap(tree -> checked(file, tree, sink));
    }

    private static Optional<String> checked(SourceFile file, SyntaxTree tree, DiagnosticSink sink) {
        String text = FileStyle.print(tree);
        DiagnosticSink mistakes = new DiagnosticSink();
        Optional<SyntaxTree> printed = SyntaxReader.read(new SourceFile(file.name(), text), mistakes);
        if (printed.isPresent()) {
            Optional<String> difference = WordCheck.difference(tree, printed.get());
            if (difference.isPresent()) {
                throw bug(file, "'" + difference.get() + "' would be lost or moved");
            }
            return Optional.of(text);
        }
        Diagnostic first = mistakes.sorted().get(0);
        if (first.code() != Code.TOO_MANY_TOKENS) {
            throw bug(file, first.toString());
        }
        sink.add(first.code(), tree.words().get(0).span(), first.message() + " once it is formatted");
        return Optional.empty();
    }

    private static IllegalStateException bug(SourceFile file, String what) {
        return new IllegalStateException(
                "the formatter has a bug, and left the file as it is: in " + file.name() + " " + what);
    }
}
