package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal as Maven calls it, without Maven around. */
class ModelMojoTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path basedir;

    private Path contract;
    private Path output;
    private ModelMojo mojo;
    private RecordedLog log;

    @BeforeEach
    void begin() throws Exception {
        Path contracts = Files.createDirectories(basedir.resolve("src/main/rpcidl"));
        contract = Files.writeString(contracts.resolve("shop.rpcidl"), "package shop;\nstruct Product {}\n");
        output = basedir.resolve("target/rpcidl/model.json");
        mojo = new ModelMojo();
        Parameters.set(mojo, "sourceDirectory", contracts.toFile());
        Parameters.set(mojo, "outputFile", output.toFile());
    }

    @Test
    void theModelIsWritten() throws Exception {
        execute();
        String model = Files.readString(output);
        assertTrue(model.startsWith("{"), model);
        assertTrue(model.contains("\"Product\""), model);
        assertEquals(List.of(), log.lines());
    }

    @Test
    void whatIsTheSameIsNotTouched() throws Exception {
        execute();
        Files.setLastModifiedTime(output, LONG_AGO);
        execute();
        assertEquals(LONG_AGO, Files.getLastModifiedTime(output));
        Files.writeString(contract, "package shop;\nstruct Order {}\n");
        execute();
        assertFalse(Files.readString(output).contains("Product"));
    }

    @Test
    void aMistakeIsSaidAndTheModelStaysAsItWas() throws Exception {
        execute();
        Files.writeString(contract, "package shop;\nstruct {");
        assertThrows(MojoFailureException.class, this::execute);
        assertTrue(Files.readString(output).contains("Product"));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() throws Exception {
        Files.createDirectories(output);
        MojoExecutionException failure = assertThrows(MojoExecutionException.class, this::execute);
        assertEquals("cannot write to " + output + ": it is a folder", failure.getMessage());
        Files.delete(output);
        Files.delete(output.getParent());
        Path file = Files.writeString(output.getParent(), "a file where the folder should be");
        failure = assertThrows(MojoExecutionException.class, this::execute);
        assertEquals(
                "cannot write to " + output + ": " + file + " is a file, where a folder should be",
                failure.getMessage());
    }

    @Test
    void withoutContractsNothingIsWritten() throws Exception {
        Parameters.set(mojo, "sourceDirectory", basedir.resolve("none").toFile());
        execute();
        assertFalse(Files.exists(output));
    }

    private void execute() throws AbstractMojoExecutionException {
        log = new RecordedLog();
        new Goals().prepare(mojo, new MavenProject(), log);
        mojo.execute();
    }
}
