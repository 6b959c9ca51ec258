package io.rpcidl.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.rpcidl.codegen.Contracts;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of a contract never becomes code, wherever it stands: each file has the one class of its name. */
class HostileTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* / class Evil {}",
                "*\\u002f class Evil {}",
                "\\u002a\\u002f class Evil {}",
                "\\uuuu002a/ class Evil {}",
                "\\\\u002a/ class Evil {}",
                "&#42;&#47; class Evil {}",
                "C:\\users\\new",
                "\\",
                "\\u",
                "$T $L $$ $ $S $N $W $> $< $[ $]",
                "{@link Foo} {@code",
                "<script>alert(1)</script> <!-- <pre>",
                "@param x",
                "@deprecated",
                "/",
                "*",
                "// /* **",
                "\" + evil() + \"",
                "\u2028 class Evil {} \u0085 class Evil {}",
                "\u001a",
                "\u0000",
                "\ud83d\ude00",
            })
    void docsAreText(String text) throws IOException {
        String doc = "/** " + text + " */ ";
        String contract = "package shop;\n"
                + doc + "struct S { " + doc + "f: string; " + doc + "g: string?; }\n"
                + doc + "enum E { " + doc + "A }\n"
                + doc + "closed enum C { " + doc + "A }\n"
                + doc + "error X { " + doc + "f: string; }\n"
                + doc + "service V { " + doc + "m(" + doc + "p: string, " + doc + "q: int32?): string throws X; }\n";
        onlyExpectedClasses(Contracts.generate(contract));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\" + evil() + \\\"",
                "\\\\",
                "\\\\u0022 + evil() + \\\\u0022",
                "$T $L $$ $S",
                "\\n\\t\\r",
                "\\u0022 + evil() + \\u0022",
                "\\u2028\\u0085",
                "%s %n",
            })
    void stringsAreText(String text) throws IOException {
        String contract = "package shop;\n"
                + "struct S { f: string = \"" + text + "\"; }\n"
                + "service V { m(q: string = \"" + text + "\"): string; }\n";
        Generation generation = Contracts.generate(contract);
        onlyExpectedClasses(generation);
        for (GeneratedFile file : generation.files()) {
            assertFalse(file.content().replaceAll("\"(\\\\.|[^\"\\\\])*\"", "").contains("evil"), file.content());
        }
    }

    @Test
    void namesOnTheWireAreText() throws IOException {
        String wire = "@wire(\"\\\" + evil() + \u2028\\\" $T \\\\u0022 */ class Evil {}\")";
        String contract = "package shop;\n"
                + "struct S { f: string " + wire + "; }\n"
                + "enum E { A " + wire + " }\n"
                + wire + " service V { " + wire + " m(p: string " + wire + "); }\n";
        onlyExpectedClasses(Contracts.generate(contract));
    }

    private static void onlyExpectedClasses(Generation generation) throws IOException {
        List<Source> sources = generation.files().stream().map(Source::new).toList();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavacTask parser = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, problems, List.of(), null, sources);
        int index = 0;
        for (CompilationUnitTree unit : parser.parse()) {
            String path = generation.files().get(index++).path();
            List<String> classes = unit.getTypeDecls().stream()
                    .map(tree -> ((ClassTree) tree).getSimpleName().toString())
                    .toList();
            assertEquals(List.of(path.replaceAll(".*/|\\.java$", "")), classes, path);
        }
        assertEquals(List.of(), problems.getDiagnostics());
        assertEquals(generation.files().size(), index);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String content;

        Source(GeneratedFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            this.content = file.content();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
