package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a second run does: as little as it may, and nothing that a run from nothing would not have done. */
@ExtendWith(Workspace.class)
class IncrementalIT {

    private static final String CONTRACT = "src/main/rpcidl/shop/v1/shop.rpcidl";
    private static final String OTHER = "package other.v1;\n\nstruct Other {}\n";
    private static final List<String> JAVA_OF_OTHER = List.of("other/v1/Other.java", "other/v1/TypeCodecs_.java");

    @Test
    @Tag("selection")
    @Tag("jdk")
    void aSecondRunTouchesNothingAndCompilesNothing(Workspace.Folder work) throws IOException {
        Build build = work.project("single");
        build.run("compile").succeeds();
        build.remember("target");
        build.run("compile").succeeds().says("up to date").says("Nothing to compile");
        // the compiler's plugin writes its own notes in any case
        assertEquals(
                List.of(),
                build.written("target").stream()
                        .filter(each -> !each.startsWith("maven-status"))
                        .toList());
    }

    @Test
    void aSecondRunOfManyContractsIsOneLook(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        for (int i = 0; i < 200; i++) {
            String before = i == 0 ? "" : "\nimport p%d as before;\n".formatted(i - 1);
            String type = i == 0 ? "string" : "before.S";
            build.write(
                    "src/main/rpcidl/p%d.rpcidl".formatted(i),
                    "package p%d;\n%s\nstruct S {\n  name: %s;\n}\n".formatted(i, before, type));
        }
        build.run("generate-sources").succeeds().says("402 written");
        build.remember(Build.GENERATED);
        build.run("generate-sources").succeeds().says("up to date");
        build.replace("src/main/rpcidl/p7.rpcidl", "  name:", "  title:");
        build.run("generate-sources").succeeds();
        assertEquals(List.of("p7/S.java", "p7/TypeCodecs_.java"), build.written(Build.GENERATED));
    }

    @Test
    void aChangedContractIsGeneratedAgainAndOnlyWhatItChanges(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write("src/main/rpcidl/other.rpcidl", OTHER);
        build.run("compile").succeeds();
        build.remember(Build.GENERATED).replace(CONTRACT, "sku", "number");
        build.run("compile").succeeds();
        assertEquals(List.of("shop/v1/Product.java", "shop/v1/TypeCodecs_.java"), build.written(Build.GENERATED));
        assertTrue(
                build.text("target/classes/META-INF/rpcidl/shop/v1/shop.rpcidl").contains("number"));
    }

    @Test
    void aNewContractIsGenerated(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources").succeeds();
        build.remember(Build.GENERATED).write("src/main/rpcidl/other.rpcidl", OTHER);
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_OTHER, build.written(Build.GENERATED));
    }

    @Test
    void ofADeletedContractNothingIsLeft(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write("src/main/rpcidl/other.rpcidl", OTHER);
        build.run("compile").succeeds();
        build.delete("src/main/rpcidl/other.rpcidl").run("compile").succeeds();
        assertFalse(build.has(Build.GENERATED + "/other"));
        assertEquals(List.of("shop/v1/shop.rpcidl"), build.files("target/classes/META-INF/rpcidl"));
        assertEquals(List.of(), build.files("target/classes/other"));
    }

    @Test
    void ofARenamedContractNothingIsLeftUnderItsOldName(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("process-classes").succeeds();
        build.write("src/main/rpcidl/renamed.rpcidl", build.text(CONTRACT)).delete("src/main/rpcidl/shop");
        build.run("process-classes").succeeds();
        assertEquals(List.of("renamed.rpcidl"), build.files("target/classes/META-INF/rpcidl"));
    }

    @Test
    void ofADeletedFolderOfContractsNothingIsLeft(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("process-classes").succeeds();
        build.delete("src/main/rpcidl").run("process-classes").succeeds();
        assertEquals(List.of(), build.files(Build.GENERATED));
        assertEquals(List.of(), build.files("target/classes/META-INF"));
    }

    @Test
    void aGeneratedFileThatWasEditedIsPutRight(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources").succeeds();
        String file = Build.GENERATED + "/shop/v1/Product.java";
        String right = build.text(file);
        build.write(file, right + "// by hand\n").run("generate-sources").succeeds();
        assertEquals(right, build.text(file));
    }

    @Test
    void aGeneratedFileThatWasDeletedIsThereAgain(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources").succeeds();
        build.delete(Build.GENERATED + "/shop/v1/Product.java")
                .run("generate-sources")
                .succeeds();
        assertTrue(build.has(Build.GENERATED + "/shop/v1/Product.java"));
    }

    @Test
    void anotherOptionGeneratesAgain(Workspace.Folder work) throws IOException {
        Build build = work.project("lists", List.of("generator"));
        build.run("generate-sources").succeeds();
        build.replace("pom.xml", "What we have", "What is here")
                .run("generate-sources")
                .succeeds();
        assertEquals("What is here\nshop.v1\n", build.text("target/generated-sources/rpcidl-list/list.txt"));
    }

    @Test
    void anotherVersionOfAGeneratorGeneratesAgain(Workspace.Folder work) throws IOException {
        Build build = work.project("lists", List.of("generator"));
        build.run("generate-sources").succeeds().saysNot("up to date");
        Build generator = work.project("generator");
        generator.replace("pom.xml", "<version>1.0</version>\n\n", "<version>1.1</version>\n\n");
        generator.replace("src/main/java/com/example/generator/ListProvider.java", "\"\\n\" + text", "\":\\n\" + text");
        generator.run("install").succeeds();
        build.replace(
                "pom.xml",
                "<artifactId>generator</artifactId>\n            <version>1.0",
                "<artifactId>generator</artifactId>\n            <version>1.1");
        build.run("generate-sources").succeeds();
        assertEquals("What we have:\nshop.v1\n", build.text("target/generated-sources/rpcidl-list/list.txt"));
    }

    @Test
    void anotherTargetInTheSameFolderReplacesTheFirst(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources", "-Drpcidl.outputDirectory=target/out").succeeds();
        build.run("generate-sources", "-Drpcidl.outputDirectory=target/out", "-Drpcidl.target=model")
                .succeeds();
        assertEquals(List.of("model.json"), build.files("target/out"));
    }

    @Test
    void aChangedContractOfAnotherModuleGeneratesAgain(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("generate-sources").succeeds();
        build.run("generate-sources").succeeds();
        build.replace("money/contracts/money.rpcidl", "struct Money {", "newtype Money: string;\n\nstruct Unused {");
        String codecs = "catalog/" + Build.GENERATED + "/catalog/v1/TypeCodecs_.java";
        build.run("generate-sources").succeeds();
        String incremental = build.text(codecs);
        build.delete("catalog/target").run("generate-sources").succeeds();
        assertEquals(build.text(codecs), incremental);
    }

    @Test
    void anotherVersionOfAJarGeneratesAgain(Workspace.Folder work) throws IOException {
        new Artifact()
                .with("META-INF/rpcidl/m.rpcidl", "package money.v1;\n\nstruct Money {}\n")
                .install("first");
        new Artifact()
                .with("META-INF/rpcidl/m.rpcidl", "package money.v1;\n\nnewtype Money: string;\n")
                .install("second");
        Build build = work.project("importer").replace("pom.xml", "com.example.library", "com.example.first");
        build.run("generate-sources").succeeds();
        String first = build.text(Build.GENERATED + "/shop/v1/TypeCodecs_.java");
        build.run("generate-sources").succeeds().says("up to date");
        build.replace("pom.xml", "com.example.first", "com.example.second");
        build.run("generate-sources").succeeds().saysNot("up to date");
        build.run("generate-sources", "-X").succeeds().says("up to date");
        assertNotEquals("", first);
    }

    @Test
    void aFailedRunIsForgottenByTheNext(Workspace.Folder work) throws IOException {
        Build build = work.project("single");
        build.run("compile").succeeds();
        String right = build.text(CONTRACT);
        build.write(CONTRACT, right.replace("sku: string;", "sku: Nix;"))
                .run("compile")
                .fails();
        build.run("compile").fails().says("unknown type 'Nix'");
        build.write(CONTRACT, right).run("compile").succeeds();
        assertTrue(build.has("target/classes/shop/v1/Product.class"));
    }

    @Test
    void debuggingSaysWhyItGenerates(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write("src/main/rpcidl/other.rpcidl", OTHER);
        build.run("generate-sources", "-X").succeeds().says("no former run is known");
        build.replace(CONTRACT, "sku", "number").delete("src/main/rpcidl/other.rpcidl");
        build.write("src/main/rpcidl/third.rpcidl", "package third;\n\nstruct Third {}\n");
        build.run("generate-sources", "-X")
                .succeeds()
                .says("contract shop/v1/shop.rpcidl has changed")
                .says("contract third.rpcidl is new")
                .says("contract other.rpcidl is gone");
    }

    @Test
    void afterCleanAllIsAsInAFreshCheckout(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("compile").succeeds();
        build.run("clean", "compile").succeeds();
        assertTrue(build.has("target/classes/shop/v1/Product.class"));
    }
}
