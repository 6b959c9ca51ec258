package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal as Maven calls it, without Maven around. */
class ImportMojoTest {

    @TempDir
    private Path basedir;

    private Path thrift;
    private Path contract;
    private final MavenProject project = new MavenProject();
    private ImportMojo mojo;
    private RecordedLog log;

    @BeforeEach
    void begin() throws Exception {
        thrift = Files.writeString(
                basedir.resolve("shop.thrift"), "namespace java shop\nstruct Product { 1: required string id }\n");
        contract = basedir.resolve("src/main/rpcidl/shop/shop.rpcidl");
        mojo = new ImportMojo();
        Parameters.set(mojo, "files", List.of(thrift.toFile()));
        Parameters.set(mojo, "basedir", basedir.toFile());
    }

    @Test
    void contractsAreWrittenAndNamed() throws Exception {
        execute();
        assertTrue(Files.readString(contract).contains("  id: string;\n"));
        assertEquals(List.of("INFO Wrote " + contract), log.lines());
    }

    @Test
    void anotherFolderCanBeNamed() throws Exception {
        Path other = basedir.resolve("contracts");
        Parameters.set(mojo, "sourceDirectory", other.toFile());
        project.getModules().add("shop");
        execute();
        assertTrue(Files.exists(other.resolve("shop/shop.rpcidl")));
        assertFalse(Files.exists(contract));
    }

    @Test
    void includedFilesAreFoundInFoldersThatAreNamed() throws Exception {
        Path includes = Files.createDirectory(basedir.resolve("includes"));
        Files.writeString(includes.resolve("common.thrift"), "namespace java common\nstruct Money { 1: i64 units }\n");
        Files.writeString(
                thrift, "namespace java shop\ninclude \"common.thrift\"\nstruct Product { 1: common.Money price }\n");
        Parameters.set(mojo, "includes", List.of(includes.toFile()));
        execute();
        assertTrue(Files.exists(basedir.resolve("src/main/rpcidl/common/common.rpcidl")));
    }

    @Test
    void whatSomebodyEditedIsNotOverwrittenUnlessItShallBe() throws Exception {
        Files.createDirectories(contract.getParent());
        Files.writeString(contract, "mine");
        MojoFailureException failure = assertThrows(MojoFailureException.class, this::execute);
        assertEquals(
                "these files are there already and differ; nothing was written, -Drpcidl.import.force overwrites"
                        + " them:\n  " + contract,
                failure.getMessage());
        assertEquals("mine", Files.readString(contract));
        Parameters.set(mojo, "force", true);
        execute();
        assertTrue(Files.readString(contract).contains("struct Product"));
    }

    @Test
    void mistakesAreLoggedWithTheirPlaces() throws Exception {
        Files.writeString(thrift, "struct Product { 1: required strng id }\n");
        MojoFailureException failure = assertThrows(MojoFailureException.class, this::execute);
        assertEquals("1 error in what is to be imported, see above", failure.getMessage());
        assertTrue(
                log.lines().get(0).contains("--> " + thrift + ":1:30\n"),
                log.lines().get(0));
        assertFalse(Files.exists(contract));
    }

    @Test
    void whatIsNotThereIsSaid() {
        File none = basedir.resolve("none").toFile();
        Parameters.set(mojo, "includes", List.of(none));
        assertEquals(none + " is not there", failure());
        Parameters.set(mojo, "files", List.of());
        assertEquals("which files? For example -Drpcidl.import.files=shop.thrift,orders.thrift", failure());
    }

    @Test
    void aParentOfModulesIsAskedWhere() {
        project.getModules().add("shop");
        assertEquals(
                "this is the parent of modules: say where contracts are to go, by"
                        + " -Drpcidl.sourceDirectory=MODULE/src/main/rpcidl",
                failure());
    }

    private String failure() {
        return assertThrows(MojoExecutionException.class, this::execute).getMessage();
    }

    private void execute() throws AbstractMojoExecutionException {
        log = new RecordedLog();
        new Goals().prepare(mojo, project, log);
        mojo.execute();
    }
}
