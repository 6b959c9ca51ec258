package io.rpcidl.invoker;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The goal lint, from the command line and as a part of a build. */
@ExtendWith(Workspace.class)
class LintIT {

    private static final String CONTRACT = "src/main/rpcidl/shop/v1/shop.rpcidl";
    private static final String SMELLS = "package shop.v1;\n\n/** A product. */\nstruct product {\n  sku: string;\n}\n";

    @Test
    void aGoodContractPasses(Workspace.Folder work) throws IOException {
        work.project("plain").run("rpcidl:lint").succeeds().saysNot("[WARNING] warning[");
    }

    @Test
    void aFindingFailsWithItsPlaceAndItsRule(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write(CONTRACT, SMELLS);
        build.run("rpcidl:lint")
                .fails()
                .says(build.path(CONTRACT) + ":4:8")
                .says("warning[RI1010]")
                .says("1 finding");
    }

    @Test
    void boundToABuildItFailsVerifyAndNotPackage(Workspace.Folder work) throws IOException {
        Build build =
                work.project("plain").write(CONTRACT, SMELLS).replace("pom.xml", "rpc-maven-plugin</artifactId>", """
                        rpc-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <id>lint</id>
                            <goals>
                              <goal>lint</goal>
                            </goals>
                          </execution>
                        </executions>""");
        build.run("package").succeeds();
        build.run("verify").fails().says(build.path(CONTRACT) + ":4:8");
        build.run("verify", "-Drpcidl.lint.fail=false").succeeds().says(build.path(CONTRACT) + ":4:8");
        build.run("verify", "-Drpcidl.skip").succeeds();
    }

    @Test
    void rulesCanBeTurnedOffAndTiersChosen(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").write(CONTRACT, SMELLS.replace("/** A product. */\n", ""));
        build.run("rpcidl:lint", "-Drpcidl.lint.allow=RI1010").succeeds();
        build.run("rpcidl:lint", "-Drpcidl.lint.allow=RI1010", "-Drpcidl.lint.tier=strict")
                .fails()
                .says("warning[RI1032]");
        build.run("rpcidl:lint", "-Drpcidl.lint.tier=harsh").fails().says("minimal, standard or strict, not 'harsh'");
    }

    @Test
    void inAFreshBuildOfSeveralModulesItNeedsNothingBuilt(Workspace.Folder work) throws IOException {
        work.project("reactor").run("rpcidl:lint", "-Drpcidl.lint.fail=false").succeeds();
    }
}
