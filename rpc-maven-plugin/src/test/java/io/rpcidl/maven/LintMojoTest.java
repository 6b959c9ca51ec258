package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal as Maven calls it, without Maven around. */
class LintMojoTest {

    @TempDir
    private Path contracts;

    private LintMojo mojo;
    private RecordedLog log;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectories(contracts.resolve("shop/v1"));
        Files.writeString(
                contracts.resolve("shop/v1/shop.rpcidl"), "package shop.v1;\n\nconst maxPage: int32 = 500;\n");
        mojo = new LintMojo();
        Parameters.set(mojo, "sourceDirectory", contracts.toFile());
    }

    @Test
    void aFindingFailsTheBuild() {
        MojoFailureException failure = assertThrows(MojoFailureException.class, this::execute);
        assertEquals("1 finding in the contracts of " + contracts + ", see above", failure.getMessage());
        assertEquals(1, log.lines().size());
        assertTrue(
                log.lines().get(0).startsWith("WARN warning[RI1014]: "),
                log.lines().get(0));
    }

    @Test
    void unlessItIsOnlyToBeLogged() throws Exception {
        Parameters.set(mojo, "fail", false);
        execute();
        assertEquals(1, log.lines().size());
    }

    @Test
    void rulesAreSwitched() throws Exception {
        Parameters.set(mojo, "allow", Set.of("RI1014"));
        execute();
        assertEquals(List.of(), log.lines());
        Parameters.set(mojo, "allow", Set.of());
        Parameters.set(mojo, "tier", "minimal");
        execute();
        assertEquals(List.of(), log.lines());
        Parameters.set(mojo, "also", Set.of("RI1014"));
        assertThrows(MojoFailureException.class, this::execute);
    }

    @Test
    void whatIsNoRuleOrTierIsSaid() {
        Parameters.set(mojo, "tier", "harsh");
        MojoExecutionException tier = assertThrows(MojoExecutionException.class, this::execute);
        assertEquals("rpcidl.lint.tier is minimal, standard or strict, not 'harsh'", tier.getMessage());
        Parameters.set(mojo, "tier", "strict");
        Parameters.set(mojo, "allow", Set.of("RI9999"));
        MojoExecutionException rule = assertThrows(MojoExecutionException.class, this::execute);
        assertTrue(rule.getMessage().startsWith("there is no lint rule 'RI9999'"), rule.getMessage());
    }

    @Test
    void withoutContractsNothingHappens() throws Exception {
        File none = contracts.resolve("none").toFile();
        Parameters.set(mojo, "sourceDirectory", none);
        execute();
        assertEquals(List.of("INFO No contracts: there is no folder " + none + "."), log.lines());
    }

    private void execute() throws AbstractMojoExecutionException {
        log = new RecordedLog();
        new Goals().prepare(mojo, new MavenProject(), log);
        mojo.execute();
    }
}
