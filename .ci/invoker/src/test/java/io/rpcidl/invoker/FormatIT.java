package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The goals format and check-format. */
@ExtendWith(Workspace.class)
class FormatIT {

    private static final String CONTRACT = "src/main/rpcidl/shop/v1/shop.rpcidl";
    private static final String OTHER = "src/test/rpcidl/other.rpcidl";
    private static final String CRAMPED = "package other; struct Other{x:int32;}\n";

    @Test
    @Tag("selection")
    void formatRewritesWhatIsNotInTheOneStyleAndNothingElse(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write(OTHER, CRAMPED).remember("src");
        build.run("rpcidl:check-format")
                .fails()
                .says("1 contract is not formatted")
                .says(build.path(OTHER) + "");
        assertEquals(List.of(), build.written("src"));
        build.run("rpcidl:format").succeeds().says("Formatted " + build.path(OTHER));
        assertEquals(List.of("test/rpcidl/other.rpcidl"), build.written("src"));
        assertTrue(build.text(OTHER).contains("struct Other {\n  x: int32;\n}\n"), build.text(OTHER));
        build.run("rpcidl:check-format").succeeds();
    }

    @Test
    void aSecondRunOfFormatWritesNothing(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write(OTHER, CRAMPED);
        build.run("rpcidl:format").succeeds();
        build.remember("src").run("rpcidl:format").succeeds().saysNot("Formatted");
        assertEquals(List.of(), build.written("src"));
    }

    @Test
    void whatHasASyntaxErrorStaysAsItIsAndTheRestIsFormatted(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write(OTHER, CRAMPED).write(CONTRACT, "package shop.v1; struct Pr{{\n");
        build.run("rpcidl:format").fails().says(build.path(CONTRACT) + ":1:");
        assertEquals("package shop.v1; struct Pr{{\n", build.text(CONTRACT));
        assertTrue(build.text(OTHER).contains("struct Other {\n"));
    }

    @Test
    void checkFormatBoundToABuildFailsVerify(Workspace.Folder work) throws IOException {
        Build build =
                work.project("plain").write(OTHER, CRAMPED).replace("pom.xml", "rpc-maven-plugin</artifactId>", """
                        rpc-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <id>check-format</id>
                            <goals>
                              <goal>check-format</goal>
                            </goals>
                          </execution>
                        </executions>""");
        build.run("package").succeeds();
        build.run("verify").fails().says(build.path(OTHER) + "").says("mvn rpcidl:format");
        build.run("verify", "-Drpcidl.skip").succeeds();
        build.run("rpcidl:format", "verify").succeeds();
    }

    @Test
    void formatInAModuleThatHasNoContractsDoesNothing(Workspace.Folder work) throws IOException {
        Build build = work.project("inherited");
        Files.writeString(build.path("with/src/main/rpcidl/shop.rpcidl"), CRAMPED);
        build.run("rpcidl:format").succeeds();
        assertTrue(build.text("with/src/main/rpcidl/shop.rpcidl").contains("struct Other {\n"));
    }
}
