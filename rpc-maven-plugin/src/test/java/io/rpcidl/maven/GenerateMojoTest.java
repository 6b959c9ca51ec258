package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals as Maven calls them, without Maven around. */
class GenerateMojoTest {

    @TempDir
    private Path basedir;

    private Path contracts;
    private Path output;
    private final Goals goals = new Goals();
    private MavenProject project;
    private GenerateMojo mojo;
    private RecordedLog log;

    @BeforeEach
    void begin() {
        contracts = basedir.resolve("src/main/rpcidl");
        output = basedir.resolve("target/generated-sources/rpcidl");
        project = new MavenProject();
        project.setFile(basedir.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(basedir.resolve("target").toString());
        project.getBuild().setOutputDirectory(basedir.resolve("target/classes").toString());
        mojo = new GenerateMojo();
        Parameters.set(mojo, "code", "this one");
        Parameters.set(mojo, "sourceDirectory", contracts.toFile());
        Parameters.set(mojo, "outputDirectory", output.toFile());
    }

    @Test
    void generatesAndAddsTheSourceRoot() throws Exception {
        write("shop/shop.rpcidl", "package shop;\nstruct Product { id: string; }\n");
        execute(mojo);
        assertEquals(
                List.of("shop/Product.java", "shop/TypeCodecs_.java"),
                List.copyOf(generated().keySet()));
        assertEquals(List.of(output.toString()), project.getCompileSourceRoots());
        assertEquals(List.of(), project.getTestCompileSourceRoots());
        assertEquals(List.of("INFO Generated sources: 2 written, 0 unchanged, 0 deleted."), log.lines());
    }

    @Test
    void theOtherGoalAddsATestSourceRoot() throws Exception {
        contracts = basedir.resolve("src/test/rpcidl");
        write("shop.rpcidl", "package shop;\nstruct Product { id: string; }\n");
        GenerateTestMojo testMojo = new GenerateTestMojo();
        Parameters.set(testMojo, "testSourceDirectory", contracts.toFile());
        Parameters.set(testMojo, "testOutputDirectory", output.toFile());
        execute(testMojo);
        assertEquals(List.of(output.toString()), project.getTestCompileSourceRoots());
        assertEquals(List.of(), project.getCompileSourceRoots());
    }

    @Test
    void anotherTargetIsNoSourceRootAndHasAFolderOfItsOwn() throws Exception {
        write("shop.rpcidl", "package shop;\nstruct Product { id: string; }\n");
        project.getBuild().setDirectory(basedir.resolve("target").toString());
        Parameters.set(mojo, "outputDirectory", null);
        execute(mojo);
        Parameters.set(mojo, "target", "model");
        execute(mojo);
        assertTrue(Files.exists(output.resolve("shop/Product.java")));
        assertTrue(Files.exists(output.resolveSibling("rpcidl-model").resolve("model.json")));
        assertEquals(List.of(output.toString()), project.getCompileSourceRoots());
        assertEquals(1, project.getResources().size());
    }

    @Test
    void aTargetThatNobodyBringsIsSaid() throws Exception {
        write("shop.rpcidl", "package shop;\nstruct Product { id: string; }\n");
        Parameters.set(mojo, "target", "cobol");
        MojoExecutionException failure = assertThrows(MojoExecutionException.class, () -> execute(mojo));
        assertEquals("no generator of 'cobol'; there are: [java, model]", failure.getMessage());
        assertFalse(Files.exists(output));
    }

    @Test
    void whatCameFromADeletedContractIsRemoved() throws Exception {
        write("a.rpcidl", "package a;\nstruct A {}\n");
        Path second = write("b.rpcidl", "package b;\nstruct B {}\n");
        execute(mojo);
        Files.delete(second);
        execute(mojo);
        assertEquals(
                List.of("a/A.java", "a/TypeCodecs_.java"),
                List.copyOf(generated().keySet()));
        assertFalse(Files.exists(output.resolve("b")));
    }

    @Test
    void whenTheWholeFolderIsDeletedNothingGeneratedIsLeft() throws Exception {
        Path contract = write("a.rpcidl", "package a;\nstruct A {}\n");
        execute(mojo);
        Files.delete(contract);
        Files.delete(contracts);
        execute(mojo);
        assertEquals(Map.of(), generated());
        assertEquals(
                List.of(
                        "INFO No contracts: there is no folder " + contracts + ".",
                        "INFO Generated sources: 0 written, 0 unchanged, 2 deleted."),
                log.lines());
        execute(mojo);
        assertEquals(List.of("INFO No contracts: there is no folder " + contracts + "."), log.lines());
    }

    @Test
    void withoutContractsNothingHappens() throws Exception {
        execute(mojo);
        assertFalse(Files.exists(output));
        assertEquals(List.of(), project.getCompileSourceRoots());
        assertEquals(List.of("INFO No contracts: there is no folder " + contracts + "."), log.lines());
    }

    @Test
    void skippingGeneratesNothing() throws Exception {
        write("a.rpcidl", "package a;\nthis is no contract");
        Parameters.set(mojo, "skip", true);
        execute(mojo);
        assertFalse(Files.exists(output));
        assertEquals(List.of("INFO Skipped: rpcidl.skip is true."), log.lines());
    }

    @Test
    void whatWasGeneratedBeforeIsStillCompiledWhenSkipping() throws Exception {
        write("a.rpcidl", "package a;\nstruct A {}\n");
        execute(mojo);
        project = new MavenProject();
        Parameters.set(mojo, "skip", true);
        execute(mojo);
        assertEquals(List.of(output.toString()), project.getCompileSourceRoots());
    }

    @Test
    void allMistakesAreLoggedWithTheirPlacesAndNoFileChanges() throws Exception {
        write("a.rpcidl", "package a;\nstruct A { id: string; }\n");
        execute(mojo);
        Map<String, String> before = generated();

        Path a = write("a.rpcidl", "package a;\nstruct A { id: strng; }\nstruct New {}\n");
        Path b = write("b.rpcidl", "package b;\nenum E {}\n");
        MojoFailureException failure = assertThrows(MojoFailureException.class, () -> execute(mojo));

        assertEquals("2 errors in the contracts of " + contracts + ", see above", failure.getMessage());
        assertEquals("""
                ERROR error[RI0123]: unknown type 'strng'
                --> %s:2:16
                  |
                2 | struct A { id: strng; }
                  |                ^^^^^
                  = help: did you mean 'string'?""".formatted(a), log.lines().get(0));
        assertTrue(
                log.lines().get(1).contains("--> " + b + ":2:6\n"), log.lines().get(1));
        assertEquals(2, log.lines().size());
        assertEquals(before, generated());
    }

    @Test
    void whatJavaCannotExpressIsLoggedWithItsPlaceAndNoFileChanges() throws Exception {
        Path contract = write("shop.rpcidl", "package shop;\nservice Shop {}\nstruct ShopAsync {}\n");
        MojoFailureException failure = assertThrows(MojoFailureException.class, () -> execute(mojo));
        assertEquals("1 error in the contracts of " + contracts + ", see above", failure.getMessage());
        String expected = """
                ERROR error[RI4001]: for service 'Shop' the Java class 'shop.ShopAsync' is generated, as is one for struct\
                 'ShopAsync'
                --> %1$s:2:9
                  |
                2 | service Shop {}
                  |         ^^^^
                  = help: rename service 'Shop', or set 'option java.package'
                note: struct 'ShopAsync' is declared here
                --> %1$s:3:8
                  |
                3 | struct ShopAsync {}
                  |        ^^^^^^^^^""".formatted(contract);
        assertEquals(expected, String.join("\n", log.lines()));
        assertFalse(Files.exists(output));
    }

    @Test
    void warningsDoNotFailTheBuild() throws Exception {
        write("a.rpcidl", "package a;\nimport b.{B};\nstruct A {}\n");
        write("b.rpcidl", "package b;\nstruct B {}\n");
        execute(mojo);
        assertTrue(
                log.lines().get(0).startsWith("WARN warning[RI0113]"),
                log.lines().get(0));
        assertEquals(4, generated().size());
    }

    @Test
    void contractsGoIntoTheJarWhereOthersFindThem() throws Exception {
        write("shop.rpcidl", "package shop;\nstruct Product { id: string; }\n");
        execute(mojo);
        Resource resource = project.getResources().get(0);
        assertEquals(contracts.toString(), resource.getDirectory());
        assertEquals("META-INF/rpcidl", resource.getTargetPath());
        assertEquals(List.of("**/*.rpcidl"), resource.getIncludes());
    }

    @Test
    void contractsOfDependenciesAreImportedAndNotGenerated() throws Exception {
        write("shop.rpcidl", "package shop;\nimport common.{Money};\nstruct Product { price: Money; }\n");
        goals.jars.add(jar("common", "package common;\nstruct Money { units: int64; }\n"));
        execute(mojo);
        assertEquals(
                List.of("shop/Product.java", "shop/TypeCodecs_.java"),
                List.copyOf(generated().keySet()));
    }

    @Test
    void contractsOfOtherFoldersAreImported() throws Exception {
        write("shop.rpcidl", "package shop;\nimport common.{Money};\nstruct Product { price: Money; }\n");
        Path other = Files.createDirectories(basedir.resolve("other"));
        Files.writeString(other.resolve("money.rpcidl"), "package common;\nstruct Money { units: int64; }\n");
        Parameters.set(mojo, "importDirectories", List.of(other.toFile()));
        execute(mojo);
        assertEquals(2, generated().size());
    }

    @Test
    void contractsOfTestsImportThoseOfTheProject() throws Exception {
        write("main.rpcidl", "package main;\nstruct Main {}\n");
        Path tests = Files.createDirectories(basedir.resolve("src/test/rpcidl"));
        Files.writeString(tests.resolve("a.rpcidl"), "package a;\nimport main.{Main};\nstruct A { main: Main; }\n");
        GenerateTestMojo testMojo = new GenerateTestMojo();
        Parameters.set(testMojo, "testSourceDirectory", tests.toFile());
        Parameters.set(testMojo, "testOutputDirectory", output.toFile());
        execute(testMojo);
        assertEquals(
                List.of("a/A.java", "a/TypeCodecs_.java"),
                List.copyOf(generated().keySet()));
    }

    @Test
    void twoFoldersThatAreGeneratedIntoOneAreRefused() throws Exception {
        write("a.rpcidl", "package a;\nstruct A {}\n");
        execute(mojo);
        execute(mojo); // the same once more is none
        Path other = Files.createDirectories(basedir.resolve("other"));
        Parameters.set(mojo, "sourceDirectory", other.toFile());
        MojoExecutionException failure = assertThrows(MojoExecutionException.class, () -> execute(mojo));
        assertEquals(
                "the contracts of " + contracts + " and of " + other + " are both generated into " + output
                        + ", and would delete each other's files: give one of the executions another output folder",
                failure.getMessage());
    }

    @Test
    void whatIsRememberedIsNotAmongTheSources() throws Exception {
        write("a.rpcidl", "package a;\nstruct A {}\n");
        execute(mojo);
        assertEquals(2, files(output).size());
        assertTrue(Files.exists(basedir.resolve("target/rpcidl-state/generated-sources/rpcidl/.rpcidl-files")));
        Parameters.set(mojo, "outputDirectory", basedir.resolve("src/gen/java").toFile());
        execute(mojo); // which 'clean' does not delete, nor what is remembered of it
        assertTrue(Files.exists(basedir.resolve("src/gen/java/.rpcidl-files")));
    }

    @Test
    void aFolderOfOthersStaysAsItIsWhereThereAreNoContracts() throws Exception {
        Files.createDirectories(output);
        execute(mojo);
        assertEquals(List.of(), files(output));
        assertEquals(List.of(), project.getCompileSourceRoots());
    }

    @Test
    void theContractsAreOneResourceHoweverOftenTheGoalRuns() throws Exception {
        write("a.rpcidl", "package a;\nstruct A {}\n");
        execute(mojo);
        execute(mojo);
        assertEquals(1, project.getResources().size());
    }

    @Test
    void mavensOwnSwitchLeavesTestsOut() throws Exception {
        write("a.rpcidl", "package a;\nthis is no contract");
        GenerateTestMojo testMojo = new GenerateTestMojo();
        Parameters.set(testMojo, "testSourceDirectory", contracts.toFile());
        Parameters.set(testMojo, "skipTests", true);
        execute(testMojo);
        assertEquals(List.of("INFO Skipped: maven.test.skip is true."), log.lines());
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaid() throws Exception {
        write("a.rpcidl", "package a;\nstruct A {}\n");
        Files.createDirectories(output.getParent());
        Files.writeString(output, "a file where the folder should be");
        MojoExecutionException failure = assertThrows(MojoExecutionException.class, () -> execute(mojo));
        assertEquals(
                "cannot write to " + output + ": " + output + " is a file, where a folder should be",
                failure.getMessage());
    }

    private Goals.Jar jar(String name, String contract) throws IOException {
        Path jar = basedir.resolve(name + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/rpcidl/" + name + ".rpcidl"));
            zip.write(contract.getBytes(StandardCharsets.UTF_8));
        }
        return new Goals.Jar("org.example", name, "1", "compile", jar.toFile());
    }

    private void execute(AbstractGenerateMojo goal) throws AbstractMojoExecutionException {
        log = new RecordedLog();
        goals.prepare(goal, project, log);
        goal.execute();
    }

    private Path write(String name, String contract) throws IOException {
        Path file = contracts.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, contract);
    }

    /** Returns all generated files by path; what stands in a hidden file is the plugin's own. */
    private Map<String, String> generated() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : files(output)) {
            if (!file.getFileName().toString().startsWith(".")) {
                found.put(output.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
