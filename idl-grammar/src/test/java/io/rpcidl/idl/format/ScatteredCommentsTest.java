package io.rpcidl.idl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.parser.Comment;
import io.rpcidl.idl.parser.SyntaxReader;
import io.rpcidl.idl.parser.Word;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Comments and white space at random between the words of a file: nothing is lost, and twice is once. */
class ScatteredCommentsTest {

    private static final Pattern NUMBER = Pattern.compile("#[0-9]+");
    private static final List<String> COMMENTS = List.of(
            "// #\n",
            "//#\t\n",
            "// größer → # 😀\r\n",
            "/* # */",
            "/* # */",
            "/* # */ ",
            " /*#*/\n",
            "/** # */",
            "/** # */\n",
            "/* #\n   second\n  third */",
            "/* #\n * second \n * third\n */\n",
            "/** #\n  * second\n\n   \t* - third *\n   no star\n  **/",
            "/**\n# */\n",
            "/*\r\n#\r\n\r\n*/\r\n");
    private static final List<String> SPACES = List.of(" ", "\n", "\t", "\n\n\n", "\r\n", "\r", "  \f ", "\n \n");

    private int counter;

    @Test
    void nothingIsLostNorMoved() {
        for (SourceFile file : files()) {
            for (int seed = 0; seed < 20; seed++) {
                System.out.println("seed " + seed);
                String text = scattered(file, new Random(seed), seed);
                assertEquals(sequence(text), sequence(Formats.checked(text)));
            }
        }
    }

    /** All words of these files go through one line each, and long ones through several. */
    private static List<SourceFile> files() {
        return Fixtures.folder("format").stream()
                .filter(file -> file.name().matches("(whole-.*|long-lines)\\.rpcidl"))
                .toList();
    }

    /** Returns the words of a file with something between them: the seed also says how much. */
    private String scattered(SourceFile file, Random random, int seed) {
        StringBuilder out = new StringBuilder();
        counter = 0;
        for (Word word :
                SyntaxReader.read(file, new DiagnosticSink()).orElseThrow().words()) {
            int count = seed == 0 ? 1 : random.nextInt(4 + 8 * (seed % 10)) == 0 ? 1 + random.nextInt(3) : 0;
            out.append(pick(SPACES, random));
            for (int i = 0; i < count; i++) {
                out.append(pick(COMMENTS, random).replace("#", "#" + counter++));
                out.append(random.nextBoolean() ? "" : pick(SPACES, random));
            }
            out.append(seed % 3 == 0 ? " " : "").append(word.text());
        }
        return out.toString();
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** Returns the words, but for commas that close a list, and the numbers of the comments between them. */
    private static List<String> sequence(String text) {
        List<String> sequence = new ArrayList<>();
        for (Word word : SyntaxReader.read(new SourceFile("x", text), new DiagnosticSink())
                .orElseThrow()
                .words()) {
            for (Comment comment : word.comments()) {
                Matcher number = NUMBER.matcher(comment.text());
                sequence.add(number.find() ? number.group() : comment.text());
            }
            sequence.add(word.text());
        }
        List<String> without = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            if (!sequence.get(i).equals(",") || !isClosing(sequence, i + 1)) {
                without.add(sequence.get(i));
            }
        }
        return without;
    }

    private static boolean isClosing(List<String> sequence, int from) {
        int i = from;
        while (sequence.get(i).startsWith("#")) {
            i++;
        }
        return List.of(")", "]", "}").contains(sequence.get(i));
    }
}
