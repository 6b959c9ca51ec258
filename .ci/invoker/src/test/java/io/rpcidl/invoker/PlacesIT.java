package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where projects stand, and what may be wrong with the places that are written to. */
@ExtendWith(Workspace.class)
class PlacesIT {

    private static final List<String> JAVA_OF_SHOP = List.of("shop/v1/Product.java", "shop/v1/TypeCodecs_.java");

    @Test
    @Tag("selection")
    void aPathMayHaveSpacesAndUmlauts(Workspace.Folder work) throws IOException {
        Build build = work.project("single", "Größen & andere Sachen");
        build.run("compile").succeeds();
        assertTrue(build.has("target/classes/shop/v1/Shop.class"));
    }

    @Test
    void aProjectMayBeReachedByALink(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        Path link = build.path("../link");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, build.path("").toAbsolutePath());
        build.run("compile", "-f", link.toString()).succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
    }

    @Test
    void aBuildMayBeginInAnotherFolder(Workspace.Folder work) throws IOException {
        Build build = work.project("plain", "elsewhere");
        Files.createDirectories(build.path("deep/er"));
        Build other = work.project("plain", "started");
        other.run("generate-sources", "-f", build.path("pom.xml").toString()).succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
        assertEquals(List.of(), other.files("target"));
    }

    @Test
    void onceBuiltAProjectIsBuiltOffline(Workspace.Folder work) throws IOException {
        Build build = work.project("single");
        build.run("compile").succeeds();
        build.delete("target");
        build.run("compile", "-o").succeeds();
        assertTrue(build.has("target/classes/shop/v1/Shop.class"));
    }

    @Test
    void aFileWhereTheOutputShouldBeIsSaid(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write(Build.GENERATED, "a file\n");
        build.run("generate-sources").fails().says("cannot write to").says(build.path(Build.GENERATED) + " is a file");
        assertEquals("a file\n", build.text(Build.GENERATED));
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaid(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("generate-sources", "-Drpcidl.outputDirectory=/proc/nowhere")
                .fails()
                .says("cannot write to /proc/nowhere");
    }

    @Test
    void filesOfOthersInTheOutputAreLeftAlone(Workspace.Folder work) throws IOException {
        Build build = work.project("plain")
                .write(Build.GENERATED + "/mine/Mine.java", "package mine;\n\nfinal class Mine {}\n");
        build.run("compile").succeeds();
        build.delete("src/main/rpcidl/shop").run("compile").succeeds();
        assertEquals(List.of("mine/Mine.java"), build.files(Build.GENERATED));
    }

    @Test
    void thirtyModulesAreBuiltByTwoThreads(Workspace.Folder work) throws IOException {
        Build build = Modules.write(work.project("many"), 30);
        build.run("generate-sources", "-T2").succeeds();
        for (int i = 0; i < 30; i++) {
            assertEquals(
                    List.of("m%d/M.java".formatted(i), "m%d/TypeCodecs_.java".formatted(i)),
                    build.files("m" + i + "/" + Build.GENERATED));
        }
    }

    @Test
    @Tag("selection")
    void sameContractsBecomeSameBytesWhereverAndWheneverTheyAreBuilt(Workspace.Folder work) throws IOException {
        Build here = work.project("single", "here");
        here.run("generate-sources").succeeds();
        Build there = work.project("single", "a/place/further/down");
        there = there.with(there.maven()
                .with(Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "C", "LANG", "C"))
                .jvm("-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-1"));
        there.run("generate-sources").succeeds();
        assertEquals(here.files(Build.GENERATED), there.files(Build.GENERATED));
        for (String each : here.files(Build.GENERATED)) {
            String file = Build.GENERATED + "/" + each;
            assertEquals(-1, Files.mismatch(here.path(file), there.path(file)), each);
        }
    }
}
