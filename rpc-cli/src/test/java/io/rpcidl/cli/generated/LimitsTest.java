package io.rpcidl.cli.generated;

import static io.rpcidl.cli.generated.LargeContract.each;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts at the limits of Java, and one step beyond them. */
class LimitsTest {

    /** HotSpot compiles no method that is longer (its flag {@code HugeMethodLimit}): it would run slowly for ever. */
    private static final int LARGEST_METHOD = 8_000;

    /** What runs once may be longer: nobody waits for the JVM to compile it, and an enum's cannot be parted. */
    private static final List<String> RUN_ONCE = List.of("<clinit>", "$values");

    static Stream<LargeContract> largest() {
        return Stream.of(
                LargeContract.struct(250, "string", "'x'"),
                LargeContract.struct(250, "string?", "'x'"),
                LargeContract.struct(250, "string = \"a\"", "'x'"),
                LargeContract.struct(250, "int32", "1"),
                LargeContract.struct(127, "int64", "1"),
                LargeContract.struct(127, "float64", "1.5"),
                LargeContract.struct(254, "int64?", "1"),
                LargeContract.struct(254, "bool = true", "false"),
                LargeContract.struct(254, "decimal = \"1.50\" @range(0..10)", "'2.5'"),
                LargeContract.fields(
                        "struct S",
                        254,
                        i -> "f" + i + ": string @length(1..9) @pattern(\"[a-z]{1,9}\") @alias(\"a" + i
                                + "\") @sensitive;",
                        i -> "'f" + i + "':'x'"),
                LargeContract.struct(254, "string? @tristate @length(1..)", "null"),
                LargeContract.struct(254, "list<map<string, set<Part>>> = []", "[{'a':[{'id':1}]}]"),
                LargeContract.struct(254, "map<Part, list<timestamp?>> @entries", "[]"),
                LargeContract.struct(166, "list<Part> = [{id: 1}] @size(1..9)", "[{'id':1}]"),
                LargeContract.fields(
                        "struct S",
                        254,
                        i -> "rollout a_rather_long_name_of_a_field_" + i + ": any;",
                        i -> "'a_rather_long_name_of_a_field_" + i + "':{}"),
                LargeContract.error(253, "string", "'x'"),
                LargeContract.error(126, "int64", "1"),
                LargeContract.error(253, "list<Part?>? @size(..3)", "[null]"),
                LargeContract.enumeration("enum", 1000),
                LargeContract.enumeration("closed enum", 1000),
                LargeContract.union("union", 200, "m#;"),
                LargeContract.union("union", 200, "m#: Part;"),
                LargeContract.union("closed union", 200, "m#: Part;"),
                LargeContract.service(500, "m#();"),
                LargeContract.service(500, "m#(a: string, b: int64?): list<Part> throws E0, E1, E2;"),
                LargeContract.service(500, "@idempotent m#(a: string, b: int64 = 5 @range(0..)): Part? throws E0;"),
                LargeContract.service(500, "oneway m#(a: int32...);"),
                LargeContract.service(1, "m#(" + each(250, ", ", i -> "p" + i + ": string") + ");"),
                LargeContract.service(1, "m#(" + each(127, ", ", i -> "p" + i + ": int64") + ");"),
                LargeContract.service(
                        1, "m#(" + each(254, ", ", i -> "p" + i + ": string = \"a\" @length(1..)") + ");"),
                LargeContract.declarations(
                        "a method that throws 250 errors",
                        each(250, "\n", i -> "error E" + i + " { id: string; }") + "\nservice Big { m() throws "
                                + each(250, ", ", i -> "E" + i) + "; }"),
                LargeContract.declarations(
                        "a service that extends 100 others",
                        each(100, "\n", i -> "service P" + i + " { m" + i + "(a: string, b: int32?); }")
                                + "\nservice Big extends " + each(100, ", ", i -> "P" + i) + " {}"),
                LargeContract.declarations(
                        "5,000 constants", each(5000, "\n", i -> "const C" + i + ": list<int32> = [" + i + "];")),
                LargeContract.declarations(
                        "a constant of 1,000 elements",
                        "const C: list<string> = [" + each(999, ", ", i -> "\"" + i + "\"") + "];"),
                LargeContract.declarations(
                        "a constant of 499 entries",
                        "const C: map<string, int64> = {" + each(499, ", ", i -> "\"" + i + "\": " + i) + "};"),
                LargeContract.declarations(
                        "a default of 500 elements",
                        "struct D { a: list<int32> = [" + each(499, ", ", i -> "" + i) + "]; }"));
    }

    /** In a minute: the time of a compiler of Java may grow faster than what it compiles. */
    @ParameterizedTest
    @MethodSource("largest")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theLargestCompilesAndRuns(LargeContract contract) {
        JavaClasses compiled = Contract.of(contract.text()).compile();
        assertAll(() -> run(contract, compiled.load()), () -> assertEquals(List.of(), tooLarge(compiled)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            struct S {            | f#: int64;    | 128  | struct 'S' has more fields or parameters than a Java constructor takes: they need 256 slots of at most 254 (int64 and float64 two, others one)
            struct S {            | f#: float64;  | 128  | struct 'S' has more fields or parameters than a Java constructor takes: they need 256 slots of at most 254 (int64 and float64 two, others one)
            struct S {            | f#: string;   | 255  | struct 'S' has more fields or parameters than a Java constructor takes: they need 255 slots of at most 254 (int64 and float64 two, others one)
            error S {             | f#: string;   | 254  | error 'S' has more fields or parameters than a Java constructor takes: they need 254 slots of at most 253 (int64 and float64 two, others one)
            service S { m(        | p#: int64,    | 128  | method 'm' has more fields or parameters than a Java constructor takes: they need 256 slots of at most 254 (int64 and float64 two, others one)
            enum S {              | M#,           | 1001 | enum 'S' has more members than Java takes: at most 1000
            closed enum S {       | M#,           | 2000 | enum 'S' has more members than Java takes: at most 1000
            union S {             | m#;           | 201  | union 'S' has more members than Java takes: at most 200
            closed union S {      | m#: string;   | 500  | union 'S' has more members than Java takes: at most 200
            """)
    void oneMoreIsRefusedWithItsPlace(String opening, String part, int count, String message) {
        String closing = opening.contains("(") ? "); }" : "}";
        String parts = each(count, " ", i -> part.replace("#", "" + i));
        String text = "package large;\n" + opening + " " + parts.replaceAll(",$", "") + closing + "\n";
        String column = opening.contains("(") ? "13" : "" + (opening.indexOf("S {") + 1);
        assertEquals(
                "[contract.rpcidl:2:" + column + ": error[RI4002]: " + message + "]",
                Contract.of(text).generate().refusals().toString());
    }

    private static void run(LargeContract contract, ClassLoader classes) throws ReflectiveOperationException {
        if (!contract.type().isEmpty()) {
            Codec<Object> codec = codec(classes, "large.TypeCodecs_$" + contract.type() + "Codec_");
            Object value = read(codec, contract.json());
            assertEquals(contract.json(), write(codec, value));
            assertEquals(value, read(codec, contract.json()));
            assertEquals(value.hashCode(), read(codec, contract.json()).hashCode());
            assertNotEquals("", value.toString());
        }
        if (contract.text().contains("service Big")) {
            Class.forName("large.Big_", true, classes);
        }
        if (contract.text().contains("const C")) {
            Class.forName("large.Constants", true, classes);
        }
    }

    private static List<MethodSize> tooLarge(JavaClasses compiled) {
        List<MethodSize> tooLarge = new ArrayList<>();
        compiled.bytes()
                .forEach((name, bytes) -> MethodSize.of(name, bytes).stream()
                        .filter(each -> each.bytes() >= LARGEST_METHOD)
                        .filter(each -> RUN_ONCE.stream().noneMatch(each.name()::endsWith))
                        .forEach(tooLarge::add));
        return tooLarge;
    }

    @SuppressWarnings("unchecked")
    private static Codec<Object> codec(ClassLoader classes, String name) throws ReflectiveOperationException {
        return (Codec<Object>) classes.loadClass(name).getField("INSTANCE").get(null);
    }

    private static Object read(Codec<Object> codec, String json) {
        return codec.read(new JsonReader(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static String write(Codec<Object> codec, Object value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return new String(out.toByteArray(), StandardCharsets.UTF_8).replace('"', '\'');
    }
}
