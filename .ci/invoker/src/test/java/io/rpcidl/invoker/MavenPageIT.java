package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Does what {@code docs/maven.md} says, to the letter. */
@ExtendWith(Workspace.class)
class MavenPageIT {

    private static final Path PAGE = Path.of("..", "..", "docs", "maven.md");

    /** A file that the page shows: its path, as code, on a line of its own, and its text. */
    private static final Pattern FILE = Pattern.compile("(?ms)^`([^`\n]+)`:\n\n```\\w+\n(.*?)^```$");

    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern PLUGIN = Pattern.compile("(?ms)^```xml\n(<plugin>.*?)^```$");
    private static final Pattern EXECUTION = Pattern.compile("(?ms)^```xml\n(<execution>.*?)^```$");

    @Test
    @Tag("selection")
    void aProjectFromNothingIsBuiltAndMakesACall(Workspace.Folder work) throws IOException {
        Build build = fromNothing(work);
        Run run = run(build, commands().get(0)).succeeds();
        assertEquals(List.of("Pencil"), run.lines("Pencil"));
        assertTrue(Files.readString(PAGE).contains("prints `Pencil`"));
    }

    @Test
    void theGoalsCanBeCalledByTheirNames(Workspace.Folder work) throws IOException {
        Build build = fromNothing(work);
        for (String command : commands().get(1).lines().toList()) {
            run(
                            build,
                            command.replace(
                                    "io.rpcidl:rpc-maven-plugin:", "io.rpcidl:rpc-maven-plugin:" + Place.VERSION + ":"))
                    .succeeds();
        }
        build.run("rpcidl:format").succeeds();
    }

    @Test
    void aTeamsPluginRunsInModulesWithAndWithoutContracts(Workspace.Folder work) throws IOException {
        Build build = fromNothing(work);
        String pom = build.text("pom.xml");
        String plugin = found(PLUGIN).get(0).group(1);
        build.write("pom.xml", pom.replaceFirst("(?s)<plugin>.*?</plugin>", plugin));
        build.run("verify").succeeds();
        build.delete("src/main").run("clean", "verify").succeeds();
    }

    @Test
    void aReleasedVersionIsComparedWith(Workspace.Folder work) throws IOException {
        Build build = fromNothing(work);
        build.run("install").succeeds();
        String execution = found(EXECUTION).get(0).group(1);
        build.replace("pom.xml", "</execution>", "</execution>\n" + execution);
        build.replace(
                "pom.xml",
                "<artifactId>shop</artifactId>\n  <version>1.0<",
                "<artifactId>shop</artifactId>\n  <version>1.1<");
        build.run("verify").succeeds();
        build.replace("src/main/rpcidl/shop/v1/shop.rpcidl", "  name: string;\n", "");
        build.replace("src/main/java/shop/Main.java", ".name(\"Pencil\")", "");
        build.replace("src/main/java/shop/Main.java", ".name());", ".sku());");
        build.run("verify").fails().says("RI2");
    }

    private static Build fromNothing(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src").delete("pom.xml");
        List<String> written = new ArrayList<>();
        for (MatchResult file : found(FILE)) {
            build.write(file.group(1), file.group(2));
            written.add(file.group(1));
        }
        assertEquals(
                List.of("pom.xml", "src/main/rpcidl/shop/v1/shop.rpcidl", "src/main/java/shop/Main.java"), written);
        return build.with(build.maven().asAtHome());
    }

    private static List<String> commands() throws IOException {
        return found(COMMANDS).stream().map(each -> each.group(1).strip()).toList();
    }

    private static Run run(Build build, String command) throws IOException {
        assertTrue(command.startsWith("mvn "), command);
        return build.run(command.substring("mvn ".length()).split(" "));
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results().toList();
    }
}
