package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.Noted;
import java.util.List;

/**
 * Text of a contract as Javadoc: text and nothing else, whatever it holds. What could end the comment, start a tag, an
 * element or a Unicode escape is written as an entity.
 */
final class Javadocs {

    private Javadocs() {}

    /** Returns a doc comment's text, or {@code otherwise} if the contract has none. */
    static CodeBlock text(String doc, String otherwise) {
        return CodeBlock.of("$L\n", doc.isBlank() ? otherwise : harmless(doc));
    }

    /** Returns the text of a declaration's doc comment and the tag of its deprecation. */
    static CodeBlock of(Noted noted, String otherwise) {
        return CodeBlock.of("$L$L", text(noted.doc(), otherwise), Deprecations.tag(noted));
    }

    /** Returns a tag for each field that has a doc comment, behind an empty line. */
    static CodeBlock params(List<JavaField> fields) {
        CodeBlock.Builder tags = CodeBlock.builder();
        boolean first = true;
        for (JavaField field : fields) {
            if (!field.model().doc().isBlank()) {
                tags.add(first ? "\n" : "");
                tags.add("@param $L $L\n", field.name(), harmless(field.model().doc()));
                first = false;
            }
        }
        return tags.build();
    }

    /** Makes text harmless within a comment. */
    static String harmless(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.strip().codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '@' -> safe.append("&#64;");
                case '\\' -> safe.append("&#92;");
                case '{' -> safe.append("&#123;");
                case '}' -> safe.append("&#125;");
                case '/' -> safe.append(endsWith(safe, '*') ? "&#47;" : "/");
                default -> {
                    boolean control = c < ' ' && c != '\n';
                    safe.appendCodePoint(control ? ' ' : c);
                }
            }
        });
        return safe.toString();
    }

    private static boolean endsWith(StringBuilder text, char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }
}
