package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a pom or a command line may say of generating. */
@ExtendWith(Workspace.class)
class ParametersIT {

    private static final List<String> JAVA_OF_SHOP = List.of("shop/v1/Product.java", "shop/v1/TypeCodecs_.java");

    @Test
    void foldersOfContractsAndOfJavaMayBeOthers(Workspace.Folder work) throws IOException {
        Build build = work.project("folders");
        build.run("compile").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files("target/java-of-contracts"));
        assertFalse(build.has(Build.GENERATED));
        assertTrue(build.has("target/classes/shop/Uses.class"));
        assertEquals(List.of("shop.rpcidl"), build.files("target/classes/META-INF/rpcidl"));
    }

    @Test
    void foldersMayBeSaidOnTheCommandLine(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write("there/a.rpcidl", "package a;\n\nstruct A {}\n");
        build.run("generate-sources", "-Drpcidl.sourceDirectory=there", "-Drpcidl.outputDirectory=target/here")
                .succeeds();
        assertEquals(List.of("a/A.java", "a/TypeCodecs_.java"), build.files("target/here"));
    }

    @Test
    void aProfileMayNameOtherContracts(Workspace.Folder work) throws IOException {
        Build build = work.project("profiles");
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
        build.run("generate-sources", "-Pnext").succeeds();
        assertEquals(List.of("shop/v2/Product.java", "shop/v2/TypeCodecs_.java"), build.files(Build.GENERATED));
    }

    @Test
    void theParameterSkipLeavesEvenWrongContractsAlone(Workspace.Folder work) throws IOException {
        Build build = work.project("skipped");
        build.run("compile").succeeds();
        assertFalse(build.has(Build.GENERATED));
    }

    @Test
    void thePropertySkipLeavesEvenWrongContractsAlone(Workspace.Folder work) throws IOException {
        Build build = work.project("wrong");
        build.run("compile", "-Drpcidl.skip").succeeds();
        assertFalse(build.has(Build.GENERATED));
    }

    @Test
    void whatIsGeneratedIsCompiledAlsoIfGeneratingIsSkipped(Workspace.Folder work) throws IOException {
        Build build = work.project("single");
        build.run("generate-sources").succeeds();
        build.write("src/main/rpcidl/shop/v1/shop.rpcidl", "no contract");
        build.run("compile", "-Drpcidl.skip").succeeds();
        assertTrue(build.has("target/classes/shop/OneProduct.class"));
    }

    @Test
    void aParentMayRunThePluginForAllModules(Workspace.Folder work) throws IOException {
        Build build = work.project("inherited");
        build.run("compile").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files("with/" + Build.GENERATED));
        assertEquals(List.of("a/A.class"), build.files("without/target/classes"));
    }

    @Test
    void twoFoldersOfContractsAreTwoExecutions(Workspace.Folder work) throws IOException {
        Build build = work.project("two-folders");
        build.run("compile").succeeds();
        assertEquals(
                List.of("money/v1/Money.java", "money/v1/TypeCodecs_.java"),
                build.files("target/generated-sources/common"));
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
        assertEquals(List.of("money.rpcidl", "shop.rpcidl"), build.files("target/classes/META-INF/rpcidl"));
    }

    @Test
    void anotherTargetHasAFolderOfItsOwnAndIsNotCompiled(Workspace.Folder work) throws IOException {
        Build build = work.project("model");
        build.run("compile").succeeds();
        assertEquals(List.of("model.json"), build.files("target/generated-sources/rpcidl-model"));
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
        assertTrue(
                build.text("target/generated-sources/rpcidl-model/model.json").contains("\"Product\""));
    }

    @Test
    void aTargetThatNobodyBringsIsSaidWithThoseThatThereAre(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources", "-Drpcidl.target=cobol")
                .fails()
                .says("no generator of 'cobol'; there are: [java, model]");
    }

    @Test
    @Tag("selection")
    void aGeneratorOfSomebodyElseIsADependencyOfThePlugin(Workspace.Folder work) throws IOException {
        Build build = work.project("lists", List.of("generator"));
        build.run("compile").succeeds();
        assertEquals("What we have\nshop.v1\n", build.text("target/generated-sources/rpcidl-list/list.txt"));
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
    }

    @Test
    void anOptionThatAGeneratorDoesNotKnowIsSaid(Workspace.Folder work) throws IOException {
        Build build = work.project("lists", List.of("generator"))
                .replace("pom.xml", "<title>What we have</title>", "<colour>red</colour>");
        build.run("generate-sources").fails().says("the generator of 'list' knows the option title, given: [colour]");
    }

    @Test
    void theGeneratorOfJavaSaysThatItHasNoOptions(Workspace.Folder work) throws IOException {
        Build build = work.project("lists", List.of("generator"))
                .replace("pom.xml", "<target>list</target>", "<target>java</target>");
        build.run("generate-sources").fails().says("the generator of 'java' has no options, given: [title]");
    }
}
