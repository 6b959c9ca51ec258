package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal as Maven calls it, without Maven around. */
class BreakingMojoTest {

    private static final String OLD = "package shop;\nstruct Product { id: string; name: string; }\n";
    private static final String NEW = "package shop;\nstruct Product { id: string; name: int32; }\n";
    private static final String FINE = "package shop;\nstruct Product { id: string; name: string; more: string?; }\n";

    private static final String PRICED =
            "package shop;\nimport common.{Money};\nstruct Product { id: string; price: Money; }\n";
    private static final String UNPRICED = "package shop;\nstruct Product { id: string; }\n";
    private static final String MONEY = "package common;\nstruct Money { units: int64; }\n";

    @TempDir
    private Path basedir;

    private Path contracts;
    private final Goals goals = new Goals();
    private final Repositories repositories = new Repositories();
    private final MavenProject project = new MavenProject();
    private BreakingMojo mojo;
    private RecordedLog log;
    private String against;

    @BeforeEach
    void begin() throws IOException {
        contracts = basedir.resolve("src/main/rpcidl");
        write("src/main/rpcidl/shop.rpcidl", NEW);
        project.setGroupId("org.example");
        project.setArtifactId("shop");
        project.setVersion("2");
        project.setFile(basedir.resolve("pom.xml").toFile());
        mojo = new BreakingMojo();
        Parameters.set(mojo, "sourceDirectory", contracts.toFile());
    }

    @Test
    void theOldVersionIsAFolder() throws Exception {
        write("old/shop.rpcidl", OLD);
        against("old");
        assertBreaks();
        write("src/main/rpcidl/shop.rpcidl", FINE);
        execute();
        assertEquals(List.of(), log.lines());
    }

    @Test
    void theOldVersionIsAJar() throws Exception {
        against(jar("shop", "1", OLD).file().toString());
        assertBreaks();
    }

    @Test
    void theOldVersionIsARelease() throws Exception {
        repositories.add(jar("shop", "1", OLD));
        against("org.example:shop:1");
        assertBreaks();
        assertEquals(List.of("resolveArtifact"), repositories.requests);
    }

    @Test
    void aReleaseImportsWhatItDependedOn() throws Exception {
        Goals.Jar money = jar("common", "1", MONEY);
        repositories.add(jar("shop", "1", PRICED), money);
        write("src/main/rpcidl/shop.rpcidl", UNPRICED);
        against("org.example:shop:1");
        assertBreaks();
        assertEquals(0, goals.resolutions);
    }

    @Test
    void aReleaseThatDependedOnNothingImportsWhatTheProjectDoes() throws Exception {
        repositories.add(jar("shop", "1", PRICED));
        goals.jars.add(jar("common", "1", MONEY));
        write("src/main/rpcidl/shop.rpcidl", UNPRICED);
        against("org.example:shop:1");
        assertBreaks();
    }

    @Test
    void theOldVersionIsARevision() throws Exception {
        write("src/main/rpcidl/shop.rpcidl", OLD);
        git("init", "-q", ".");
        git("add", ".");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "old");
        write("src/main/rpcidl/shop.rpcidl", NEW);
        against("git:HEAD");
        assertBreaks();
        against("git:none");
        assertTrue(misuse().startsWith("git cannot give none of "), misuse());
        against("git:--all");
        assertEquals("'--all' is not a revision; for example git:main", misuse());
    }

    @Test
    void aRevisionWithoutContractsIsAWarning() throws Exception {
        write("pom.xml", "");
        git("init", "-q", ".");
        git("add", "pom.xml");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "old");
        against("git:HEAD");
        List<String> warning =
                List.of("WARN There is nothing to compare with: git:HEAD has no contracts in " + contracts + ".");
        execute();
        assertEquals(warning, log.lines());
        write("src/main/rpcidl/readme.txt", "");
        git("add", "src/main/rpcidl/readme.txt");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "a folder");
        execute();
        assertEquals(warning, log.lines());
    }

    @Test
    void breakingChangesAreAcceptedOrOnlyLogged() throws Exception {
        write("old/shop.rpcidl", OLD);
        against("old");
        Parameters.set(mojo, "fail", false);
        execute();
        assertEquals(1, log.lines().size());
        assertTrue(
                log.lines().get(0).startsWith("WARN warning[RI2"), log.lines().get(0));
        String code = log.lines().get(0).substring("WARN warning[".length(), "WARN warning[RI2000".length());
        Parameters.set(mojo, "allow", Set.of(code));
        execute();
        assertEquals(List.of(), log.lines());
    }

    @Test
    void withoutAnOldVersionTheThreeFormsAreSaid() throws Exception {
        String forms = """
                rpcidl.breaking.against names the old version of the contracts:
                  GROUP:ARTIFACT:VERSION  a release, for example org.example:shop:1.4.0
                  PATH                    a folder or a jar
                  git:REVISION            this folder as it was, for example git:main""";
        assertEquals(forms, misuse());
        against("main");
        assertEquals("there is no " + basedir.resolve("main") + "; " + forms, misuse());
        against("org.example:shop");
        assertEquals("there is no " + basedir.resolve("org.example:shop") + "; " + forms, misuse());
        against("org.example:shop:2");
        assertEquals("the old version org.example:shop:2 is this project itself; " + forms, misuse());
    }

    @Test
    void aReleaseThatCannotBeHadOrHasNoContractsIsSaid() throws Exception {
        against("org.example:shop:1");
        assertTrue(misuse().startsWith("the old version org.example:shop:1 cannot be had: "), misuse());
        Path empty = Files.createDirectory(basedir.resolve("empty"));
        repositories.add(new Goals.Jar("org.example", "shop", "1", "compile", empty.toFile()));
        assertEquals("the old version org.example:shop:1 holds no contracts: there is none in " + empty, misuse());
    }

    @Test
    void optionsThatMeanNothingAreSaid() throws Exception {
        write("old/shop.rpcidl", OLD);
        against("old");
        Parameters.set(mojo, "level", "binary");
        assertEquals("rpcidl.breaking.level is wire or source, not 'binary'", misuse());
        Parameters.set(mojo, "level", "wire");
        Parameters.set(mojo, "allow", Set.of("RI0001"));
        assertEquals("there is no breaking change of code 'RI0001'", misuse());
    }

    @Test
    void mistakesInEitherVersionAreSaid() throws Exception {
        write("old/shop.rpcidl", "package shop;\nstruct {");
        write("src/main/rpcidl/shop.rpcidl", "package shop;\nenum {");
        against("old");
        MojoFailureException failure = assertThrows(MojoFailureException.class, this::execute);
        assertEquals(
                "2 errors in the contracts of " + contracts + " or in their old version, old, see above",
                failure.getMessage());
    }

    @Test
    void withoutContractsNothingHappensWhateverTheOldVersion() throws Exception {
        Parameters.set(mojo, "sourceDirectory", basedir.resolve("none").toFile());
        project.setPackaging("pom");
        execute();
        assertEquals(List.of(), log.lines());
    }

    private void assertBreaks() {
        MojoFailureException failure = assertThrows(MojoFailureException.class, this::execute);
        assertEquals(
                "1 breaking change in the contracts of " + contracts + " since " + against + ", see above",
                failure.getMessage());
        assertEquals(1, log.lines().size(), log.lines().toString());
        assertTrue(log.lines().get(0).startsWith("ERROR error[RI2"), log.lines().get(0));
    }

    private void against(String old) {
        against = old;
        Parameters.set(mojo, "against", old);
    }

    private String misuse() {
        return assertThrows(MojoExecutionException.class, this::execute).getMessage();
    }

    private void execute() throws AbstractMojoExecutionException {
        log = new RecordedLog();
        goals.prepare(mojo, project, log);
        mojo.repositories = repositories.system();
        mojo.execute();
    }

    private Goals.Jar jar(String name, String version, String contract) throws IOException {
        Path jar = basedir.resolve(name + "-" + version + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/rpcidl/" + name + ".rpcidl"));
            zip.write(contract.getBytes(StandardCharsets.UTF_8));
        }
        return new Goals.Jar("org.example", name, version, "compile", jar.toFile());
    }

    private void write(String name, String contract) throws IOException {
        Path file = basedir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, contract);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", basedir.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
