package io.rpcidl.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.codegen.Contracts;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Refusal;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the language takes and Java does not. */
class RefusalTest {

    @Test
    void aTypeMayNotBeCalledAsWhatIsGeneratedForAService() {
        refused(
                """
                package shop;
                service Shop {}
                struct ShopAsync {}
                enum ShopHandlerBase { A }
                """,
                "contract.rpcidl:2:9: error: for service 'Shop' the Java class 'shop.ShopAsync' is generated, as is one"
                        + " for struct 'ShopAsync' at contract.rpcidl:3:8");
    }

    @Test
    void aServiceMayNotBeCalledAsWhatIsGeneratedForAnother() {
        refused(
                """
                package shop;
                service Shop {}
                service ShopAsync {}
                """,
                "contract.rpcidl:3:9: error: for service 'ShopAsync' the Java class 'shop.ShopAsync' is generated, as is"
                        + " one for service 'Shop' at contract.rpcidl:2:9");
    }

    @Test
    void anErrorBecomesAnException() {
        refused(
                """
                package shop;
                struct MissingException {}
                error Missing {}
                """,
                "contract.rpcidl:3:7: error: for error 'Missing' the Java class 'shop.MissingException' is generated, as"
                        + " is one for struct 'MissingException' at contract.rpcidl:2:8");
    }

    /** On Windows and macOS the files of the two would be one. */
    @Test
    void upperAndLowerCaseDoNotTellClassesApart() {
        refused(
                """
                package shop;
                struct shopasync {}
                service Shop {}
                """,
                "contract.rpcidl:3:9: error: for service 'Shop' the Java class 'shop.ShopAsync' is generated, as is one"
                        + " for struct 'shopasync' at contract.rpcidl:2:8");
    }

    @Test
    void aClassMayNotHaveTheNameOfAPackage() {
        refused(
                List.of(
                        new SourceFile("shop.rpcidl", "package shop;\nstruct catalog {}\n"),
                        new SourceFile("catalog.rpcidl", "package shop.catalog.v1;\nstruct Product {}\n")),
                "shop.rpcidl:2:8: error: for struct 'catalog' the Java class 'shop.catalog' is generated, but that is"
                        + " also the name of a Java package");
    }

    @Test
    void aClassMayNotHideThePackagesOfOthers() {
        refused(
                """
                package shop.v1;
                struct java {}
                enum shop { A }
                """,
                "contract.rpcidl:2:8: error: for struct 'java' the Java class 'shop.v1.java' is generated, and would hide"
                        + " the Java packages that begin with that name",
                "contract.rpcidl:3:6: error: for enum 'shop' the Java class 'shop.v1.shop' is generated, and would hide"
                        + " the Java packages that begin with that name");
    }

    @Test
    void aConstructorHas254Slots() {
        assertEquals(
                List.of(),
                Contracts.generate("package a;\n" + struct(254, "int32")).refusals());
        assertEquals(
                List.of(),
                Contracts.generate("package a;\n" + struct(127, "int64")).refusals());
        assertEquals(
                List.of(),
                Contracts.generate("package a;\n" + struct(254, "float64?")).refusals());
        refused(
                "package a;\n" + struct(255, "int32"),
                "contract.rpcidl:2:8: error: struct 'S' has more fields or parameters than a Java constructor takes:"
                        + " they need 255 slots of at most 254 (int64 and float64 two, others one)");
        refused(
                "package a;\nerror E { " + fields(127, "float64", "; ") + "; }",
                "contract.rpcidl:2:7: error: error 'E' has more fields or parameters than a Java constructor takes:"
                        + " they need 254 slots of at most 253 (int64 and float64 two, others one)");
        refused(
                "package a;\nservice S { m(" + fields(255, "string", ", ") + "); }",
                "contract.rpcidl:2:13: error: method 'm' has more fields or parameters than a Java constructor takes:"
                        + " they need 255 slots of at most 254 (int64 and float64 two, others one)");
    }

    @Test
    void codeAndConstantsHaveLimits() {
        String members = IntStream.range(0, 1001).mapToObj(i -> "M" + i).collect(Collectors.joining(", "));
        String numbers = IntStream.range(0, 1001).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        refused(
                "package a;\nenum E { " + members + " }",
                "contract.rpcidl:2:6: error: enum 'E' has more members than Java takes: at most 1000");
        refused(
                "package a;\nstruct S { f: list<int32> = [" + numbers + "]; }",
                "contract.rpcidl:2:8: error: the defaults of struct 'S' have more elements than Java takes: at most"
                        + " 1000");
        refused(
                "package a;\nstruct S { f: list<string> = [\"" + "x".repeat(65_536) + "\"]; }",
                "contract.rpcidl:2:12: error: the default of 'f' has a longer text than Java takes: at most 65535 bytes");
    }

    @Test
    void classFilesHaveNamesThatAFileSystemTakes() {
        String service = "S".repeat(128);
        String method = "m".repeat(128);
        refused(
                "package a;\nservice " + service + " { " + method + "(); }",
                "contract.rpcidl:2:140: error: the names of service '" + service + "' and method '" + method
                        + "' are together too long for the name of a class file");
    }

    @Test
    void allRefusalsAreReportedInOrderOfPlaceAndNoFileIsGenerated() {
        refused(
                List.of(
                        new SourceFile("b.rpcidl", "package b;\nstruct java {}\nstruct org {}\n"),
                        new SourceFile("a.rpcidl", "package z;\nstruct io {}\n")),
                "a.rpcidl:2:8: error: for struct 'io' the Java class 'z.io' is generated, and would hide the Java"
                        + " packages that begin with that name",
                "b.rpcidl:2:8: error: for struct 'java' the Java class 'b.java' is generated, and would hide the Java"
                        + " packages that begin with that name",
                "b.rpcidl:3:8: error: for struct 'org' the Java class 'b.org' is generated, and would hide the Java"
                        + " packages that begin with that name");
    }

    private static String struct(int count, String type) {
        return "struct S { " + fields(count, type, "; ") + "; }";
    }

    private static String fields(int count, String type, String separator) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i + ": " + type).collect(Collectors.joining(separator));
    }

    private static void refused(String contract, String... messages) {
        refused(List.of(new SourceFile("contract.rpcidl", contract)), messages);
    }

    private static void refused(List<SourceFile> contracts, String... messages) {
        Generation generation = Contracts.generate(contracts);
        String actual = generation.refusals().stream().map(Refusal::toString).collect(Collectors.joining("\n"));
        assertEquals(String.join("\n", messages), actual);
        assertEquals(List.of(), generation.files());
    }
}
