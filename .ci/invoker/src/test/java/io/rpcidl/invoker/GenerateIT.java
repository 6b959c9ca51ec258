package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One project of one module, and its contracts. */
@ExtendWith(Workspace.class)
class GenerateIT {

    private static final List<String> JAVA_OF_SHOP = List.of("shop/v1/Product.java", "shop/v1/TypeCodecs_.java");

    @Test
    @Tag("selection")
    void whatTheReadmeShowsIsGeneratedCompiledTestedAndPackaged(Workspace.Folder work) throws IOException {
        Build build = work.project("single");
        build.run("package").succeeds().says("Tests run: 1, Failures: 0");
        assertTrue(build.has("target/shop-1.0.jar"));
        assertTrue(build.has("target/classes/shop/v1/ShopHandler.class"));
    }

    @Test
    void generateSourcesGeneratesAndNoMore(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
        assertFalse(build.has("target/classes"));
    }

    @Test
    void contractsAreInTheJarWhereOthersFindThem(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("process-classes").succeeds();
        assertEquals(List.of("shop/v1/shop.rpcidl"), build.files("target/classes/META-INF/rpcidl"));
    }

    @Test
    void aMissingFolderOfContractsIsNoError(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src/main/rpcidl");
        build.run("compile").succeeds();
        assertEquals(List.of(), build.files("target/generated-sources"));
    }

    @Test
    void anEmptyFolderOfContractsIsNoErrorButIsSaid(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src/main/rpcidl/shop");
        build.run("compile").succeeds().says("There is no contract");
        assertEquals(List.of(), build.files(Build.GENERATED));
    }

    @Test
    void anEmptyContractIsAnErrorThatSaysWhatBelongsThere(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write("src/main/rpcidl/empty.rpcidl", "");
        build.run("generate-sources")
                .fails()
                .says("the file does not name its package")
                .says(build.path("src/main/rpcidl/empty.rpcidl") + ":1:1");
    }

    @Test
    void aContractThatIsNotUtf8IsAnErrorThatSaysWhere(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        Files.write(build.path("src/main/rpcidl/latin.rpcidl"), new byte[] {'/', '/', ' ', (byte) 0xE9, '\n'});
        build.run("generate-sources")
                .fails()
                .says("the file is not UTF-8")
                .says(build.path("src/main/rpcidl/latin.rpcidl") + ":1:4");
    }

    @Test
    @Tag("selection")
    void allErrorsOfAllContractsAreSaidAtOnceWithTheirPlaces(Workspace.Folder work) throws IOException {
        Build build = work.project("wrong");
        build.run("compile")
                .fails()
                .says("3 errors in the contracts of " + build.path("src/main/rpcidl"))
                .says(build.path("src/main/rpcidl/a.rpcidl") + ":4:8")
                .says(build.path("src/main/rpcidl/a.rpcidl") + ":5:8")
                .says(build.path("src/main/rpcidl/b/b.rpcidl") + ":4:9")
                .saysNot("compiler:")
                .saysNot("compile (default-compile)");
    }

    @Test
    void ifThereIsAnErrorNothingIsWritten(Workspace.Folder work) throws IOException {
        Build build = work.project("wrong");
        build.run("generate-sources").fails();
        assertEquals(List.of(), build.files("target/generated-sources"));
    }

    @Test
    void afterAnErrorWhatWasGeneratedBeforeIsThereStill(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources").succeeds();
        build.remember(Build.GENERATED)
                .write("src/main/rpcidl/other.rpcidl", "package other;\n\nstruct Other { x: Nix; }\n");
        build.run("generate-sources").fails();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
        assertEquals(List.of(), build.written(Build.GENERATED));
    }

    @Test
    void aWarningIsSaidAndDoesNotFail(Workspace.Folder work) throws IOException {
        Build build = work.project("plain")
                .write(
                        "src/main/rpcidl/other.rpcidl",
                        "package other;\n\nimport shop.v1.{Product};\n\nstruct Other {}\n");
        Run run = build.run("generate-sources").succeeds();
        assertEquals(1, run.lines("[WARNING] warning[").size(), run.output());
        run.says(build.path("src/main/rpcidl/other.rpcidl") + ":3:");
    }

    @Test
    void whatIsDeprecatedInAContractDoesNotFailACompilerThatTakesWarningsForErrors(Workspace.Folder work)
            throws IOException {
        Build build = work.project("single");
        build.replace(
                "src/main/rpcidl/shop/v1/shop.rpcidl", "  name: string;", "  name: string? @deprecated(\"gone\");");
        build.replace("src/main/java/shop/OneProduct.java", ".name(\"Pencil\")", "");
        build.run("compile", "-Dmaven.compiler.showWarnings=true", "-Dmaven.compiler.failOnWarning=true")
                .succeeds();
    }

    @Test
    void aContractNeedsNoFolderOfItsPackage(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        Files.move(build.path("src/main/rpcidl/shop/v1/shop.rpcidl"), build.path("src/main/rpcidl/shop.rpcidl"));
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
    }

    @Test
    void otherFilesBesideContractsAreLeftAlone(Workspace.Folder work) throws IOException {
        Build build = work.project("plain")
                .write("src/main/rpcidl/README.md", "What we have.\n")
                .write("src/main/rpcidl/old.rpcidl.bak", "no contract\n");
        build.run("process-classes").succeeds();
        assertEquals(List.of("shop/v1/shop.rpcidl"), build.files("target/classes/META-INF/rpcidl"));
    }

    @Test
    void aProjectMayBeAModuleOfJava(Workspace.Folder work) throws IOException {
        Build build = work.project("single").delete("src/test");
        build.write("src/main/java/module-info.java", """
                module com.example.shop {
                    requires io.rpcidl.call;
                    requires io.rpcidl.json;
                    requires io.rpcidl.runtime;
                    requires static org.jspecify;

                    exports shop.v1;
                }
                """);
        build.run("compile").succeeds();
        assertTrue(build.has("target/classes/module-info.class"));
    }
}
