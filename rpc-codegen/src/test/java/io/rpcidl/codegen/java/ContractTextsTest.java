package io.rpcidl.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.codegen.Contracts;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where generated code says that the text of a service's contract stands. */
class ContractTextsTest {

    private static final String SHOP = "package shop;\nimport left.{Left};\nservice Shop { get(): Left; }\n";

    @Test
    void namesThePackageItselfAndAllThatItImportsDirectlyOrThroughOthers() {
        assertEquals(
                List.of(
                        "\"shop\", \"a/more.rpcidl\", \"a/shop.rpcidl\"",
                        "\"left\", \"left.rpcidl\"",
                        "\"right\", \"right.rpcidl\""),
                contract(List.of(
                        new SourceFile("/here/a/shop.rpcidl", "a/shop.rpcidl", SHOP),
                        new SourceFile("/here/a/more.rpcidl", "a/more.rpcidl", "package shop;\nstruct More {}\n"),
                        new SourceFile(
                                "/here/left.rpcidl",
                                "left.rpcidl",
                                "package left;\nimport right.{Right};\nstruct Left { right: Right?; }\n"),
                        new SourceFile(
                                "b.jar!/META-INF/rpcidl/right.rpcidl",
                                "right.rpcidl",
                                "package right;\nimport left.{Left};\nstruct Right { left: Left?; }\n"),
                        new SourceFile("/here/other.rpcidl", "other.rpcidl", "package other;\nstruct Other {}\n"))));
    }

    @Test
    void saysNothingOfAContractOfMoreFilesThanAMethodCanName() {
        List<SourceFile> files = new ArrayList<>();
        files.add(new SourceFile("shop.rpcidl", "package shop;\nservice Shop { get(): string; }\n"));
        for (int i = 1; i < 1_000; i++) {
            files.add(new SourceFile(i + ".rpcidl", "package shop;\n"));
        }
        assertEquals(1, contract(files).size());
        files.add(new SourceFile("last.rpcidl", "package shop;\n"));
        assertEquals(List.of(), contract(files));
    }

    /** Returns what is said in the one service: of each call the arguments behind the class. */
    private static List<String> contract(List<SourceFile> files) {
        String machinery = Contracts.generate(files).files().stream()
                .filter(file -> file.path().equals("shop/Shop_.java"))
                .map(GeneratedFile::content)
                .findAny()
                .orElseThrow();
        return Pattern.compile("[.]contract\\(Shop_[.]class,\\s+([^)]*)\\)")
                .matcher(machinery)
                .results()
                .map((MatchResult call) -> call.group(1).replaceAll("\\s+", " "))
                .toList();
    }
}
