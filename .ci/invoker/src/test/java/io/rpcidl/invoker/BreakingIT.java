package io.rpcidl.invoker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The goal breaking: the contracts of a project, and an older version of them. */
@ExtendWith(Workspace.class)
class BreakingIT {

    private static final String CONTRACT = "src/main/rpcidl/money/v1/money.rpcidl";
    private static final String AGAINST = "-Drpcidl.breaking.against=";
    private static final String RELEASE = "com.example.library:library:1.0";

    @Test
    @Tag("selection")
    void againstAReleaseWhatBreaksItsUsersFailsWithThePlace(Workspace.Folder work) throws IOException {
        Build build = next(work);
        build.run("rpcidl:breaking", AGAINST + RELEASE).succeeds();
        build.replace(CONTRACT, "  currency: string;\n", "");
        build.run("rpcidl:breaking", AGAINST + RELEASE)
                .fails()
                .says("error[RI2")
                .says("currency")
                .says(build.path(CONTRACT) + ":")
                .says("1 breaking change in the contracts of");
    }

    @Test
    void whatOnlyAddsBreaksNobody(Workspace.Folder work) throws IOException {
        Build build = next(work).replace(CONTRACT, "  currency: string;\n", "  currency: string;\n  note: string?;\n");
        build.run("rpcidl:breaking", AGAINST + RELEASE).succeeds();
    }

    @Test
    void againstAReleaseThatImportsOthersItsOwnDependenciesCount(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library", "importer"));
        build.replace(
                "pom.xml",
                "<artifactId>importer</artifactId>\n  <version>1.0",
                "<artifactId>importer</artifactId>\n  <version>1.1");
        build.replace("pom.xml", "com.example.library", "com.example.nowhere");
        build.write("src/main/rpcidl/shop/v1/shop.rpcidl", "package shop.v1;\n\nstruct Product {\n  sku: string;\n}\n");
        build.run("rpcidl:breaking", AGAINST + "com.example.importer:importer:1.0")
                .fails()
                .says("price");
    }

    @Test
    void aReleaseThatIsNotThereIsNamed(Workspace.Folder work) throws IOException {
        next(work)
                .run("rpcidl:breaking", AGAINST + "com.example.library:library:0.9")
                .fails()
                .says("the old version com.example.library:library:0.9 cannot be had");
    }

    @Test
    void theProjectItselfIsNoOldVersion(Workspace.Folder work) throws IOException {
        work.project("library")
                .run("rpcidl:breaking", AGAINST + RELEASE)
                .fails()
                .says("is this project itself");
    }

    @Test
    void againstAFolderOrAJar(Workspace.Folder work) throws IOException {
        Build build = next(work);
        build.write("old/money.rpcidl", build.text(CONTRACT)).replace(CONTRACT, "decimal", "string");
        build.run("rpcidl:breaking", AGAINST + "old").fails().says("amount");
        build.run("rpcidl:breaking", AGAINST + "src/main/rpcidl").succeeds();
        String jar = "com/example/library/library/1.0/library-1.0.jar";
        build.run("rpcidl:breaking", AGAINST + LocalRepository.shared().folder().resolve(jar))
                .fails()
                .says("amount");
        build.run("rpcidl:breaking", AGAINST + "nowhere").fails().says("there is no " + build.path("nowhere"));
    }

    @Test
    void againstARevisionOfGit(Workspace.Folder work) throws IOException {
        Build build = next(work);
        build.git("init", "-q").git("add", ".").git("commit", "-q", "-m", "first");
        build.replace(CONTRACT, "  amount: decimal;\n", "");
        build.run("rpcidl:breaking", AGAINST + "git:HEAD")
                .fails()
                .says("amount")
                .says(build.path(CONTRACT) + ":");
        build.git("commit", "-q", "-a", "-m", "second")
                .run("rpcidl:breaking", AGAINST + "git:HEAD")
                .succeeds();
        build.run("rpcidl:breaking", AGAINST + "git:HEAD~1").fails().says("amount");
        build.run("rpcidl:breaking", AGAINST + "git:nowhere").fails().says("nowhere");
    }

    @Test
    void beforeThereWereContractsNothingCouldBreak(Workspace.Folder work) throws IOException {
        Build build = next(work);
        build.git("init", "-q").git("add", "pom.xml").git("commit", "-q", "-m", "first");
        build.run("rpcidl:breaking", AGAINST + "git:HEAD").succeeds().says("There is nothing to compare with");
    }

    @Test
    void ofSeveralModulesEachIsComparedWithItsOwnFolder(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.git("init", "-q").git("add", ".").git("commit", "-q", "-m", "first");
        build.replace(
                "catalog/src/main/rpcidl/catalog.rpcidl", "  price: Money;\n", "  price: Money;\n  name: string;\n");
        build.run("rpcidl:breaking", AGAINST + "git:HEAD", "-fae")
                .fails()
                .says(build.path("catalog/src/main/rpcidl/catalog.rpcidl") + ":")
                .says("1 breaking change");
    }

    @Test
    void withoutAnOldVersionItSaysHowOneIsNamed(Workspace.Folder work) throws IOException {
        next(work).run("rpcidl:breaking").fails().says("GROUP:ARTIFACT:VERSION").says("git:REVISION");
    }

    @Test
    void boundToABuildItFailsVerifyUnlessTheChangeIsAllowed(Workspace.Folder work) throws IOException {
        Build build = next(work).replace(CONTRACT, "  currency: string;\n", "");
        build.replace("pom.xml", "rpc-maven-plugin</artifactId>", """
                        rpc-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <id>breaking</id>
                            <goals>
                              <goal>breaking</goal>
                            </goals>
                            <configuration>
                              <against>com.example.library:library:1.0</against>
                            </configuration>
                          </execution>
                        </executions>""");
        build.run("package").succeeds();
        String error = build.run("verify").fails().lines("error[RI2").get(0);
        String code = error.replaceAll(".*\\[(RI\\d+)].*", "$1");
        build.run("verify", "-Drpcidl.breaking.allow=" + code).succeeds();
        build.run("verify", "-Drpcidl.breaking.fail=false").succeeds().says("warning[" + code);
    }

    /** A version after the one that was released. */
    private static Build next(Workspace.Folder work) throws IOException {
        Build build = work.project("library", List.of("library"));
        Files.createDirectories(build.path("target"));
        return build.replace(
                "pom.xml",
                "<artifactId>library</artifactId>\n  <version>1.0",
                "<artifactId>library</artifactId>\n  <version>1.1");
    }
}
