package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The goals model and help, and what the plugin's jar says of all goals. */
@ExtendWith(Workspace.class)
class OtherGoalsIT {

    private static final Pattern GOAL = Pattern.compile("<goal>([a-z-]+)</goal>");
    private static final Set<String> GOALS = Set.of(
            "breaking", "check-format", "format", "generate", "generate-test", "help", "import", "lint", "model");

    @Test
    void modelWritesWhatContractsMeanOnce(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("rpcidl:model").succeeds();
        assertTrue(build.text("target/rpcidl/model.json").contains("\"Product\""));
        build.remember("target").run("rpcidl:model").succeeds();
        assertEquals(List.of(), build.written("target"));
        build.run("rpcidl:model", "-Drpcidl.model.outputFile=target/other.json").succeeds();
        assertEquals(-1, Files.mismatch(build.path("target/rpcidl/model.json"), build.path("target/other.json")));
    }

    @Test
    void modelOfWrongContractsFailsAndWritesNothing(Workspace.Folder work) throws IOException {
        Build build = work.project("wrong");
        build.run("rpcidl:model").fails().says("3 errors in the contracts of");
        assertEquals(List.of(), build.files("target"));
    }

    @Test
    void modelMayBeAPartOfABuildAndKnowsImports(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library"));
        build.replace("pom.xml", "rpc-maven-plugin</artifactId>", """
                        rpc-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <id>model</id>
                            <goals>
                              <goal>model</goal>
                            </goals>
                          </execution>
                        </executions>""");
        build.run("compile").succeeds();
        assertTrue(build.text("target/rpcidl/model.json").contains("money.v1"));
    }

    @Test
    void helpNamesAllGoalsAndTheirParameters(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        Run run = build.run("rpcidl:help").succeeds();
        GOALS.forEach(each -> run.says("\nrpcidl:" + each + "\n"));
        build.run("rpcidl:help", "-Ddetail", "-Dgoal=generate")
                .succeeds()
                .says("sourceDirectory")
                .says("rpcidl.skip");
    }

    @Test
    void theJarTellsEclipseWhatToDoWithEveryGoal() throws IOException {
        Path folder = Place.STAGED.resolve("io/rpcidl/rpc-maven-plugin/" + Place.VERSION);
        try (JarFile jar = new JarFile(
                folder.resolve("rpc-maven-plugin-" + Place.VERSION + ".jar").toFile())) {
            String mapping = new String(jar.getInputStream(jar.getEntry("META-INF/m2e/lifecycle-mapping-metadata.xml"))
                    .readAllBytes());
            assertEquals(GOALS, goals(GOAL.matcher(mapping).results()));
            String plugin = new String(jar.getInputStream(jar.getEntry("META-INF/maven/plugin.xml"))
                    .readAllBytes());
            assertEquals(GOALS, goals(GOAL.matcher(plugin).results()));
        }
    }

    @Test
    void everyGoalMayRunInAModuleWithoutContracts(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src");
        List<String> line = Stream.of(
                        "generate", "generate-test", "model", "format", "check-format", "lint", "breaking")
                .map("rpcidl:"::concat)
                .toList();
        build.run(line.toArray(String[]::new)).succeeds();
        assertEquals(List.of(), build.files("target"));
    }

    @Test
    void thePropertySkipLeavesOutAllGoals(Workspace.Folder work) throws IOException {
        Build build = work.project("wrong");
        List<String> line = Stream.of(
                        "generate", "generate-test", "model", "format", "check-format", "lint", "breaking", "import")
                .map("rpcidl:"::concat)
                .collect(Collectors.toList());
        line.add("-Drpcidl.skip");
        Run run = build.run(line.toArray(String[]::new)).succeeds();
        assertEquals(line.size() - 1, run.count("Skipped: rpcidl.skip is true."), run.output());
    }

    private static Set<String> goals(Stream<MatchResult> found) {
        return found.map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
