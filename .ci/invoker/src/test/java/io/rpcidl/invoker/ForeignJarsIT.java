package io.rpcidl.invoker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jars of others, whom nobody here knows, and imports of what none of them has. */
@ExtendWith(Workspace.class)
class ForeignJarsIT {

    private static final String MONEY = "package money.v1;\n\nstruct Money {\n  amount: decimal;\n}\n";

    @Test
    void aDamagedJarIsNamed(Workspace.Folder work) throws IOException {
        Artifact.install("damaged", "this is no jar".getBytes(UTF_8));
        importer(work, "damaged")
                .run("generate-sources")
                .fails()
                .says("the jar cannot be read")
                .says("com/example/damaged/library/1.0/library-1.0.jar");
    }

    @Test
    void aDamagedJarOfWhichNothingIsImportedIsLeftAlone(Workspace.Folder work) throws IOException {
        Artifact.install("damaged2", "this is no jar".getBytes(UTF_8));
        Build build = importer(work, "damaged2").delete("src/main/java");
        build.write("src/main/rpcidl/shop/v1/shop.rpcidl", MONEY)
                .run("generate-sources")
                .succeeds();
    }

    @Test
    void aJarThatLeadsOutOfItselfLeadsNowhere(Workspace.Folder work) throws IOException {
        new Artifact().with("META-INF/rpcidl/../../../../evil.rpcidl", MONEY).install("climbing");
        Build build = importer(work, "climbing");
        build.run("generate-sources")
                .fails()
                .says("the jar cannot be read")
                .says("has a '.' or '..' element in its name");
        assertEquals(List.of(), build.files("target"));
    }

    @Test
    void aContractThatUnpacksToMuchMoreThanPeopleWriteIsRefused(Workspace.Folder work) throws IOException {
        byte[] spaces = new byte[64 * 1024 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        new Artifact()
                .with("META-INF/rpcidl/large.rpcidl", spaces)
                .with("META-INF/rpcidl/money.rpcidl", MONEY)
                .install("bomb");
        importer(work, "bomb")
                .run("generate-sources")
                .fails()
                .says("the file has more than 8388608 bytes")
                .says("library-1.0.jar!/META-INF/rpcidl/large.rpcidl")
                .saysNot("OutOfMemory");
    }

    @Test
    void aContractOfANewerLanguageIsSaidWithItsJar(Workspace.Folder work) throws IOException {
        new Artifact()
                .with("META-INF/rpcidl/money.rpcidl", "rpcidl 2;\n" + MONEY)
                .install("newer");
        importer(work, "newer")
                .run("generate-sources")
                .fails()
                .says("error[RI0030]")
                .says("library-1.0.jar!/META-INF/rpcidl/money.rpcidl:1:8");
    }

    @Test
    void anErrorInTheJarOfSomebodyElseIsSaidWithItsJar(Workspace.Folder work) throws IOException {
        new Artifact()
                .with("META-INF/rpcidl/money.rpcidl", MONEY.replace("decimal", "Nix"))
                .install("wrong");
        importer(work, "wrong")
                .run("generate-sources")
                .fails()
                .says("unknown type 'Nix'")
                .says("library-1.0.jar!/META-INF/rpcidl/money.rpcidl:4:11");
    }

    @Test
    void anErrorInAContractThatIsNotImportedIsNobodysMatter(Workspace.Folder work) throws IOException {
        new Artifact()
                .with("META-INF/rpcidl/money.rpcidl", MONEY)
                .with("META-INF/rpcidl/other.rpcidl", "package other;\n\nno contract\n")
                .install("partly");
        importer(work, "partly").run("generate-sources").succeeds();
    }

    @Test
    void aPackageOfTwoJarsIsAnErrorThatNamesBoth(Workspace.Folder work) throws IOException {
        new Artifact().with("META-INF/rpcidl/money.rpcidl", MONEY).install("twin");
        Build build = work.project("importer", List.of("library"));
        build.replace("pom.xml", "  </dependencies>", """
                    <dependency>
                      <groupId>com.example.twin</groupId>
                      <artifactId>library</artifactId>
                      <version>1.0</version>
                    </dependency>
                  </dependencies>""");
        build.run("generate-sources")
                .fails()
                .says("error[RI0037]")
                .says("com/example/twin/library/1.0/library-1.0.jar")
                .says("com/example/library/library/1.0/library-1.0.jar");
    }

    @Test
    void aPackageOfTheProjectThatAJarHasTooIsAnError(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library"))
                .write("src/main/rpcidl/money/v1/more.rpcidl", "package money.v1;\n\nstruct Coin {}\n")
                .write(
                        "src/main/rpcidl/other.rpcidl",
                        "package other;\n\nimport nowhere.v1.{N};\n\nstruct O { n: N; }\n");
        build.run("generate-sources").fails().says("error[RI0110]").says("error[RI0037]");
    }

    @Test
    void anImportThatNobodyHasIsSaidAtItsPlace(Workspace.Folder work) throws IOException {
        Build build = work.project("plain")
                .write(
                        "src/main/rpcidl/other.rpcidl",
                        "package other;\n\nimport monney.v1.{M};\n\nstruct O { m: M; }\n");
        Run run = build.run("generate-sources").fails();
        run.says("error[RI0110]").says("monney.v1").says(build.path("src/main/rpcidl/other.rpcidl") + ":3:8");
        assertFalse(build.has(Build.GENERATED));
    }

    private static Build importer(Workspace.Folder work, String library) throws IOException {
        return work.project("importer").replace("pom.xml", "com.example.library", "com.example." + library);
    }
}
