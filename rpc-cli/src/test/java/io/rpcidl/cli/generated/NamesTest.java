package io.rpcidl.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever Java, its library, the runtime or generated code calls something, a contract may call its own things: it compiles
 * and runs, or it is refused with its place. The words are found, not listed: all that generated code consists of.
 */
class NamesTest {

    /** Uses every construct; all that is its own begins with {@code qq}. */
    private static final String EVERYTHING = """
            package qq;

            struct Qqs {
              qqa: bool; qqb: int32?; qqc: int64 = 1; qqd: bigint @range(0..9); qqe: float64; qqf: decimal; qqg: string @length(1..3);
              qqh: bytes?; qqi: timestamp; qqj: date; qqk: time; qql: datetime; qqm: duration = "PT1S"; qqn: uuid; qqo: any;
              qqp: list<map<string, set<Qqs>>> = []; qqq: map<Qqw, Qqe> @entries; rollout qqr: Qqn; qqt: string? @tristate @sensitive;
              qqu: Qqu; qqv: Qqerr?; qqx: map<Qqe, float32> @size(..9); qqy: string @pattern("a");
            }
            @deprecated("no") newtype Qqn: string;
            newtype Qqw: Qqs;
            enum Qqe { QQA, QQB }
            closed enum Qqx { QQA, QQB }
            union Qqu { qqa; qqb: Qqs; }
            closed union Qqz { qqa; qqb: int32; }
            error Qqerr (NOT_FOUND) { qqa: string; qqb: list<int64>?; }
            const QQC: list<string> = ["a"];
            service Qqp { @readonly qqa(): string?; }
            service Qqq extends Qqp {
              @idempotent(key = "qqa") @timeout("PT2S") qqb(qqa: uuid, qqb: int32 = 5): Qqs throws Qqerr;
              oneway qqc(qqa: string);
              qqd(qqa: int64...): int64;
              @nonblocking qqe();
            }
            """;

    /** What Java's classes and its language have beside what generated code uses. */
    private static final List<String> JAVA = List.of("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends
            final finally float for goto if implements import instanceof int interface long native new package private
            protected public return short static strictfp super switch synchronized this throw throws transient try void
            volatile while true false null
            var yield record sealed permits when module exports open opens to uses provides requires transitive non with
            clone equals finalize getClass hashCode notify notifyAll toString wait
            getMessage getLocalizedMessage getCause initCause cause message printStackTrace fillInStackTrace getStackTrace
            setStackTrace addSuppressed getSuppressed status code
            name ordinal compareTo getDeclaringClass describeConstable values valueOf
            Object String Record Enum Override Deprecated Iterable Process Module Package Runtime Thread Number Comparable
            Error Exception Throwable Character Byte Short Integer Long Float Double Boolean Void Class List Set Map
            """.strip().split("\\s+"));

    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z][A-Za-z0-9_]*\\b");
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"");
    private static final int MEMBERS = 100;

    private final List<String> words = words();

    @Test
    void asFieldsAndParameters() throws Exception {
        StringBuilder contract = new StringBuilder("package names;\n");
        List<List<String>> chunks = chunks();
        for (int i = 0; i < chunks.size(); i++) {
            String fields = members(chunks.get(i), word -> word + ": string?;");
            String parameters = fields.substring(0, fields.length() - 1).replace(";", ",");
            contract.append("struct S%d { %s }\n".formatted(i, fields));
            contract.append("error E%d { %s }\n".formatted(i, fields));
            contract.append("service P%d { m(%s): int32; }\n".formatted(i, parameters));
        }
        ClassLoader classes = Contract.of(contract.toString()).compile().load();
        for (int i = 0; i < chunks.size(); i++) {
            String json = "{"
                    + chunks.get(i).stream().map(word -> "'" + word + "':'x'").collect(Collectors.joining(",")) + "}";
            roundTrip(classes, "names.TypeCodecs_$S" + i + "Codec_", json);
            roundTrip(classes, "names.TypeCodecs_$E" + i + "Codec_", json);
        }
    }

    @Test
    void asMembersOfEnumsAndUnions() throws Exception {
        StringBuilder contract = new StringBuilder("package names;\n");
        List<List<String>> chunks = chunks();
        for (int i = 0; i < chunks.size(); i++) {
            List<String> chunk = chunks.get(i);
            contract.append("enum O%d { %s }\n".formatted(i, String.join(", ", chunk)));
            contract.append("closed enum C%d { %s }\n".formatted(i, String.join(", ", chunk)));
            contract.append("union U%d { %s }\n".formatted(i, members(chunk, word -> word + ";")));
            contract.append("closed union V%d { %s }\n".formatted(i, members(chunk, word -> word + ": int32;")));
        }
        ClassLoader classes = Contract.of(contract.toString()).compile().load();
        for (int i = 0; i < chunks.size(); i++) {
            for (String word : chunks.get(i)) {
                roundTrip(classes, "names.TypeCodecs_$O" + i + "Codec_", "'" + word + "'");
                roundTrip(classes, "names.TypeCodecs_$C" + i + "Codec_", "'" + word + "'");
                roundTrip(classes, "names.TypeCodecs_$U" + i + "Codec_", "{'" + word + "':{}}");
                roundTrip(classes, "names.TypeCodecs_$V" + i + "Codec_", "{'" + word + "':1}");
            }
        }
    }

    @Test
    void asMethods() throws Exception {
        StringBuilder contract = new StringBuilder("package names;\nerror E {}\n");
        List<List<String>> chunks = chunks();
        for (int i = 0; i < chunks.size(); i++) {
            String methods =
                    members(chunks.get(i), word -> word + "(" + word + ": int32, another: string?): string throws E;");
            contract.append("service M").append(i).append(" { ").append(methods).append(" }\n");
        }
        ClassLoader classes = Contract.of(contract.toString()).compile().load();
        for (int i = 0; i < chunks.size(); i++) {
            Class.forName("names.M" + i + "_", true, classes);
        }
    }

    @Test
    void asConstants() throws Exception {
        String declaration = "const #: list<string> = [\"#\"];";
        for (List<String> group : declarable(declaration)) {
            ClassLoader classes =
                    Contract.of(declarations(declaration, group)).compile().load();
            assertEquals(
                    group.stream().map(List::of).collect(Collectors.toSet()),
                    Arrays.stream(Class.forName("names.Constants", true, classes)
                                    .getFields())
                            .map(NamesTest::value)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void whatDiffersInCaseOnlyIsRefused() {
        for (String declaration : List.of(
                "struct S { aB: int32; Ab: int32; }",
                "enum S { aB, Ab }",
                "union S { aB; Ab; }",
                "service S { aB(); Ab(); }",
                "service S { m(aB: int32, Ab: int32); }",
                "struct aB {} struct Ab {}",
                "service aB {} error Ab {}",
                "const aB: int32 = 1; const Ab: int32 = 2;")) {
            List<Diagnostic> found = Compiler.compile(
                            List.of(new SourceFile("one.rpcidl", "package one;\n" + declaration)))
                    .diagnostics();
            assertEquals(
                    List.of("RI0102"),
                    found.stream().map(each -> each.code().id()).toList(),
                    declaration);
            assertEquals(2, found.get(0).span().startPosition().line(), declaration);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "struct # { it: #?; all: list<#>; }",
                "enum # { A, B }",
                "closed enum # { A, B }",
                "union # { a: #; b; }",
                "newtype #: string @length(1..);",
                "error # { it: int32; }",
                "service # { m(#: int32, another: string?): list<int32>; n(); }",
                "struct # { it: string?; } service Uses# { #(#: #, another: #?): list<#>; }",
            })
    void asDeclarations(String declaration) {
        for (List<String> group : declarable(declaration)) {
            String contract = declarations(declaration, group);
            Contract.of(without(contract, Contract.of(contract).generate().refusals()))
                    .compile();
        }
    }

    private static String declarations(String declaration, List<String> words) {
        return "package names;\n" + members(words, word -> declaration.replace("#", word) + "\n");
    }

    /** Returns the contract without the lines that are refused. */
    private static String without(String contract, List<Diagnostic> refusals) {
        List<String> lines = new ArrayList<>(contract.lines().toList());
        for (Diagnostic each : refusals) {
            assertEquals("RI4001", each.code().id());
            lines.set(each.span().startPosition().line() - 1, "");
        }
        return String.join("\n", lines);
    }

    private static boolean isRefused(String declaration) {
        List<Diagnostic> found = Compiler.compile(List.of(new SourceFile("one.rpcidl", "package one;\n" + declaration)))
                .diagnostics();
        found.forEach(each -> assertEquals(2, each.span().startPosition().line()));
        return found.stream().anyMatch(Diagnostic::isError);
    }

    private static void roundTrip(ClassLoader classes, String name, String json) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked")
        Codec<Object> codec =
                (Codec<Object>) classes.loadClass(name).getField("INSTANCE").get(null);
        Object value = codec.read(new JsonReader(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        assertEquals(json, new String(out.toByteArray(), StandardCharsets.UTF_8).replace('"', '\''), name);
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String members(List<String> words, UnaryOperator<String> member) {
        return words.stream().map(member).collect(Collectors.joining(" "));
    }

    private static List<String> words() {
        Set<String> words = new TreeSet<>();
        Contract.of(EVERYTHING)
                .sources()
                .values()
                .forEach(source -> WORD.matcher(COMMENT_OR_TEXT.matcher(source).replaceAll(" "))
                        .results()
                        .map(MatchResult::group)
                        .forEach(words::add));
        words.addAll(JAVA);
        words.removeIf(word -> word.toLowerCase(Locale.ROOT).contains("qq") || word.contains("_"));
        return List.copyOf(words);
    }

    /** Returns all words but those that the language itself keeps: the names of built-in types, and values. */
    private List<List<String>> declarable(String declaration) {
        return distinctIgnoringCase().stream()
                .map(group -> group.stream()
                        .filter(word -> !isRefused(declaration.replace("#", word)))
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /** Some file systems take names that differ in case only for one, so such types cannot stand in one package. */
    private List<List<String>> distinctIgnoringCase() {
        List<List<String>> groups = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String word : words) {
            int group = seen.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum) - 1;
            if (group == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(group).add(word);
        }
        return groups;
    }

    /** Returns all words in parts that one type can have as its members. */
    private List<List<String>> chunks() {
        List<List<String>> chunks = new ArrayList<>();
        for (List<String> group : distinctIgnoringCase()) {
            for (int from = 0; from < group.size(); from += MEMBERS) {
                chunks.add(group.subList(from, Math.min(group.size(), from + MEMBERS)));
            }
        }
        return chunks;
    }
}
