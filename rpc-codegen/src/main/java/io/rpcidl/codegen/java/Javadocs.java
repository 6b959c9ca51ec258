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

    /** Returns a doc comment's text; nothing if the contract has none: what the names say is not said again. */
    static CodeBlock text(String doc) {
        return doc.isBlank() ? CodeBlock.of("") : CodeBlock.of("$L\n", harmless(doc));
    }

    /** Returns the text of a declaration's doc comment, if it has one, and the tag of its deprecation. */
    static CodeBlock of(Noted noted) {
        return joined(text(noted.doc()), Deprecations.tag(noted));
    }

    /** Returns the text of a declaration's doc comment and the tag of its deprecation. */
    static CodeBlock of(Noted noted, String otherwise) {
        return joined(text(noted.doc(), otherwise), Deprecations.tag(noted));
    }

    /** Returns a tag for each field that has a doc comment. */
    static CodeBlock params(List<JavaField> fields) {
        CodeBlock.Builder tags = CodeBlock.builder();
        for (JavaField field : fields) {
            if (!field.model().doc().isBlank()) {
                tags.add("@param $L $L\n", field.name(), harmless(field.model().doc()));
            }
        }
        return tags.build();
    }

    /** Returns a text and the tags behind it, an empty line between them if there are both. */
    static CodeBlock joined(CodeBlock text, CodeBlock tags) {
        if (text.isEmpty() || tags.isEmpty()) {
            return text.isEmpty() ? tags : text;
        }
        return CodeBlock.of("$L\n$L", text, tags);
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
