package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A build of several modules, none of which has ever been installed. One has its contracts in another folder, two need it, and the
 * last needs all.
 */
@ExtendWith(Workspace.class)
class ReactorIT {

    private static final List<String> JAVA_OF_MONEY = List.of("money/v1/Money.java", "money/v1/TypeCodecs_.java");
    private static final List<String> JAVA_OF_SHOP = List.of("shop/v1/Order.java", "shop/v1/TypeCodecs_.java");

    @Test
    @Tag("selection")
    void generateSourcesAtTheRootNeedsNothingBuiltBefore(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_MONEY, build.files("money/" + Build.GENERATED));
        assertEquals(JAVA_OF_SHOP, build.files("shop/" + Build.GENERATED));
        assertFalse(build.has("money/target/classes"));
    }

    @Test
    void generateTestSourcesToo(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("generate-test-sources").succeeds();
        assertEquals(
                List.of("orders/Orders.java", "orders/TypeCodecs_.java"),
                build.files("shop/target/generated-test-sources/rpcidl"));
    }

    @Test
    void compileCompilesAllModulesInOneGo(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("compile").succeeds();
        assertTrue(build.has("shop/target/classes/shop/v1/Order.class"));
        assertFalse(build.has("shop/target/classes/money"));
    }

    @Test
    void twoThreadsDoTheSame(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("test", "-T2").succeeds().says("Tests run: 1, Failures: 0");
        assertEquals(JAVA_OF_SHOP, build.files("shop/" + Build.GENERATED));
    }

    @Test
    void packageMakesJarsThatHaveTheirOwnContractsAlone(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("package").succeeds();
        assertTrue(build.has("shop/target/shop-1.0.jar"));
        assertEquals(List.of("money.rpcidl"), build.files("money/target/classes/META-INF/rpcidl"));
        assertEquals(List.of("shop.rpcidl"), build.files("shop/target/classes/META-INF/rpcidl"));
    }

    @Test
    void oneModuleIsBuiltWithThoseThatItNeeds(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("compile", "-pl", "catalog", "-am").succeeds();
        assertEquals(JAVA_OF_MONEY, build.files("money/" + Build.GENERATED));
        assertTrue(build.has("catalog/target/classes/catalog/v1/Product.class"));
        assertFalse(build.has("shop/target"));
    }

    @Test
    void oneModuleAloneReadsTheOthersFromTheirSources(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.run("generate-sources", "-pl", "catalog").succeeds();
        build.run("generate-sources", "-rf", ":shop").succeeds();
    }

    @Test
    void aPackageOfTwoModulesIsAnErrorThatNamesBoth(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.write("audit/src/main/rpcidl/money.rpcidl", "package money.v1;\n\nstruct Coin {}\n");
        build.run("generate-sources")
                .fails()
                .says("error[RI0037]")
                .says(build.path("audit/src/main/rpcidl/money.rpcidl") + ":1:9")
                .says(build.path("money/contracts") + "");
    }

    @Test
    void aModuleThatIsNoDependencyIsNotSeen(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.write(
                "money/contracts/more.rpcidl",
                "package more.v1;\n\nimport audit.v1.{Payment};\n\nstruct M { p: Payment; }\n");
        build.run("generate-sources").fails().says("error[RI0110]").says("audit.v1");
    }

    @Test
    void anErrorInOneModuleIsSaidThereAndNotInThoseThatImportIt(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor").replace("money/contracts/money.rpcidl", "decimal", "Nix");
        Run run = build.run("generate-sources").fails().says(build.path("money/contracts/money.rpcidl") + ":5:11");
        assertEquals(1, run.count("unknown type 'Nix'"), run.output());
    }

    @Test
    void jarsAreNotResolvedWhileNoPackageIsMissing(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor").replace("shop/pom.xml", "  </dependencies>", """
                    <dependency>
                      <groupId>com.example.nowhere</groupId>
                      <artifactId>gone</artifactId>
                      <version>1.0</version>
                    </dependency>
                  </dependencies>""");
        build.run("generate-sources").succeeds();
        build.replace("shop/src/main/rpcidl/shop.rpcidl", "import money.v1.{Money};", "import monet.v1.{Money};");
        build.run("generate-sources")
                .fails()
                .says("no contract in the sources declares the package monet.v1")
                .says("com.example.nowhere:gone:jar:1.0");
    }

    @Test
    void aJarAndSiblingsAreImportedTogether(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor", List.of("library")).replace("shop/pom.xml", "  </dependencies>", """
                    <dependency>
                      <groupId>com.example.library</groupId>
                      <artifactId>library</artifactId>
                      <version>1.0</version>
                    </dependency>
                  </dependencies>""");
        for (String file :
                List.of("money/contracts/money", "catalog/src/main/rpcidl/catalog", "audit/src/main/rpcidl/audit")) {
            build.replace(file + ".rpcidl", "money.v1", "coins.v1");
        }
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files("shop/" + Build.GENERATED));
    }

    @Test
    void aVersionMayBeARevisionThatTheCommandLineSays(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        for (String module : List.of("", "money/", "catalog/", "audit/", "shop/")) {
            build.replace(module + "pom.xml", "<version>1.0", "<version>${revision}");
        }
        build.run("generate-sources", "-Drevision=2.0-SNAPSHOT").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files("shop/" + Build.GENERATED));
    }

    @Test
    void aVersionMayBeManagedByTheParent(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor");
        build.replace("catalog/pom.xml", "      <version>${project.version}</version>\n", "");
        build.replace("pom.xml", "  <modules>", """
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>com.example.reactor</groupId>
                        <artifactId>money</artifactId>
                        <version>1.0</version>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>

                  <modules>""");
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files("shop/" + Build.GENERATED));
    }
}
