package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals format and check-format as Maven calls them, without Maven around. */
class FormatMojoTest {

    private static final String UGLY = "package   shop ;\nstruct Product{id:string;}\n";
    private static final String GOOD = "package shop;\n\nstruct Product {\n  id: string;\n}\n";
    private static final String BROKEN = "package shop;\nstruct {";

    @TempDir
    private Path basedir;

    private final Goals goals = new Goals();
    private final MavenProject project = new MavenProject();
    private RecordedLog log;

    @Test
    void contractsAreRewrittenAndNamed() throws Exception {
        Path main = write("src/main/rpcidl/a.rpcidl", UGLY);
        Path test = write("src/test/rpcidl/b.rpcidl", UGLY);
        write("src/main/rpcidl/c.rpcidl", GOOD);
        execute(new FormatMojo());
        assertEquals(List.of("INFO Formatted " + main, "INFO Formatted " + test), log.lines());
        assertEquals(GOOD, Files.readString(main));
        assertEquals(GOOD, Files.readString(test));
        assertEquals(List.of("refresh [" + main + "]", "refresh [" + test + "]"), goals.editor);
        execute(new FormatMojo());
        assertEquals(List.of(), log.lines());
    }

    @Test
    void oneThatIsNoContractStaysAndIsSaidAfterTheOthersWereRewritten() throws Exception {
        Path broken = write("src/main/rpcidl/a.rpcidl", BROKEN);
        Path ugly = write("src/main/rpcidl/b.rpcidl", UGLY);
        MojoFailureException failure = assertThrows(MojoFailureException.class, () -> execute(new FormatMojo()));
        assertEquals("1 error in contracts, which stay as they are, see above", failure.getMessage());
        assertEquals(BROKEN, Files.readString(broken));
        assertEquals(GOOD, Files.readString(ugly));
        assertTrue(
                log.lines().get(1).startsWith("ERROR error[RI0020]"),
                log.lines().get(1));
    }

    @Test
    void aCheckNamesAllFilesAndTheCommandAndWritesNothing() throws Exception {
        Path main = write("src/main/rpcidl/a.rpcidl", UGLY);
        Path test = write("src/test/rpcidl/b.rpcidl", UGLY);
        write("src/main/rpcidl/c.rpcidl", GOOD);
        write("src/main/rpcidl/d.rpcidl", BROKEN);
        MojoFailureException failure = assertThrows(MojoFailureException.class, () -> execute(new CheckFormatMojo()));
        assertEquals(
                "2 contracts are not formatted; 'mvn rpcidl:format' puts that right:\n  " + main + "\n  " + test,
                failure.getMessage());
        assertEquals(1, log.lines().size(), "what cannot be formatted is said as well");
        assertEquals(UGLY, Files.readString(main));
    }

    @Test
    void aCheckOfFormattedContractsSaysNothing() throws Exception {
        write("src/main/rpcidl/c.rpcidl", GOOD);
        execute(new CheckFormatMojo());
        assertEquals(List.of(), log.lines());
    }

    @Test
    void withoutContractsNothingHappensAndAtAParentOfModulesNothingIsSaid() throws Exception {
        String message = "INFO No contracts: there is no folder " + basedir.resolve("src/main/rpcidl") + ".";
        execute(new FormatMojo());
        assertEquals(List.of(message), log.lines());
        execute(new CheckFormatMojo());
        assertEquals(List.of(message), log.lines());
        project.setPackaging("pom");
        execute(new FormatMojo());
        assertEquals(List.of(), log.lines());
        execute(new CheckFormatMojo());
        assertEquals(List.of(), log.lines());
    }

    @Test
    void skippingRewritesNothing() throws Exception {
        Path ugly = write("src/main/rpcidl/a.rpcidl", UGLY);
        FormatMojo mojo = new FormatMojo();
        Parameters.set(mojo, "skip", true);
        execute(mojo);
        assertEquals(UGLY, Files.readString(ugly));
        assertEquals(List.of("INFO Skipped: rpcidl.skip is true."), log.lines());
    }

    private void execute(AbstractFormatMojo goal) throws AbstractMojoExecutionException {
        log = new RecordedLog();
        goals.prepare(goal, project, log);
        Parameters.set(
                goal, "sourceDirectory", basedir.resolve("src/main/rpcidl").toFile());
        Parameters.set(
                goal, "testSourceDirectory", basedir.resolve("src/test/rpcidl").toFile());
        goal.execute();
    }

    private Path write(String name, String contract) throws IOException {
        Path file = basedir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, contract);
    }
}
