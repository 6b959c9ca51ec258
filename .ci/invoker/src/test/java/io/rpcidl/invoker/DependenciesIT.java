package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Contracts of jars that a project depends on: seen as the Java compiler sees their classes. */
@ExtendWith(Workspace.class)
class DependenciesIT {

    private static final List<String> JAVA_OF_SHOP = List.of("shop/v1/Product.java", "shop/v1/TypeCodecs_.java");

    @Test
    @Tag("selection")
    @Tag("jdk")
    void contractsOfAJarAreImportedAndTheirJavaIsTheJars(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library"));
        build.run("package").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
        assertTrue(build.has("target/classes/shop/Free.class"));
        assertFalse(build.has("target/classes/money"));
        assertEquals(List.of("shop/v1/shop.rpcidl"), build.files("target/classes/META-INF/rpcidl"));
    }

    @Test
    void contractsOfADependencyOfADependencyAreImported(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library", "middle"));
        build.replace("pom.xml", "com.example.library", "com.example.middle")
                .replace("pom.xml", "<artifactId>library", "<artifactId>middle");
        build.run("compile").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
    }

    @Test
    void whatIsExcludedIsNotImported(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library", "middle"));
        build.replace("pom.xml", "com.example.library", "com.example.middle")
                .replace("pom.xml", "<artifactId>library", "<artifactId>middle")
                .replace("pom.xml", "<version>1.0</version>\n    </dependency>", """
                        <version>1.0</version>
                              <exclusions>
                                <exclusion>
                                  <groupId>com.example.library</groupId>
                                  <artifactId>library</artifactId>
                                </exclusion>
                              </exclusions>
                            </dependency>""");
        build.run("generate-sources").fails().says("error[RI0110]").says("money.v1");
    }

    @Test
    void whatIsProvidedIsImported(Workspace.Folder work) throws IOException {
        Build build = scoped(work, "provided");
        build.run("compile").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
    }

    @Test
    void whatIsOptionalIsImported(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library"))
                .replace(
                        "pom.xml",
                        "<version>1.0</version>\n    </dep",
                        "<version>1.0</version><optional>true</optional></dep");
        build.run("compile").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
    }

    @Test
    void whatIsThereAtRunTimeAloneIsNotImported(Workspace.Folder work) throws IOException {
        scoped(work, "runtime")
                .run("generate-sources")
                .fails()
                .says("error[RI0110]")
                .says("money.v1");
    }

    @Test
    void whatIsForTestsAloneIsNotImportedByMainContracts(Workspace.Folder work) throws IOException {
        scoped(work, "test")
                .run("generate-sources")
                .fails()
                .says("error[RI0110]")
                .says("money.v1");
    }

    @Test
    void whatIsForTestsAloneIsImportedByContractsOfTests(Workspace.Folder work) throws IOException {
        Build build = scoped(work, "test")
                .replace("pom.xml", "<artifactId>rpc-maven-plugin</artifactId>", """
                        <artifactId>rpc-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <id>tests</id>
                            <goals>
                              <goal>generate-test</goal>
                            </goals>
                            <configuration>
                              <testSourceDirectory>src/test/contracts</testSourceDirectory>
                            </configuration>
                          </execution>
                        </executions>""")
                .delete("src/main/java");
        String contract = build.text("src/main/rpcidl/shop/v1/shop.rpcidl");
        build.write("src/test/contracts/shop.rpcidl", contract).delete("src/main/rpcidl");
        build.run("test-compile").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files("target/generated-test-sources/rpcidl"));
        assertTrue(build.has("target/test-classes/shop/v1/Product.class"));
    }

    @Test
    void aDependencyThatIsNotThereMattersOnlyIfAnImportNeedsIt(Workspace.Folder work) throws IOException {
        Build build = work.project("importer", List.of("library"))
                .replace("pom.xml", "<artifactId>library", "<artifactId>gone");
        build.run("generate-sources")
                .fails()
                .says("no contract in the sources declares the package money.v1")
                .says("com.example.library:gone:jar:1.0");
        build.write("src/main/rpcidl/shop/v1/shop.rpcidl", "package shop.v1;\n\nstruct Product { sku: string; }\n");
        build.run("generate-sources").succeeds();
        assertEquals(JAVA_OF_SHOP, build.files(Build.GENERATED));
    }

    @Test
    @Tag("selection")
    void fromAnEmptyRepositoryAUsersProjectIsBuilt(Workspace.Folder work) throws IOException {
        Build build = work.project("single");
        LocalRepository empty = LocalRepository.empty(build.path("../repository"));
        build.with(build.maven().on(empty)).run("generate-sources").succeeds();
        assertTrue(build.has(Build.GENERATED + "/shop/v1/Shop.java"));
        build.with(build.maven().on(empty)).run("package").succeeds();
        assertTrue(build.has("target/shop-1.0.jar"));
    }

    @Test
    void versionsMayComeFromTheBom(Workspace.Folder work) throws IOException {
        Build build = work.project("single");
        build.replace(
                "pom.xml",
                "</artifactId>\n      <version>${rpcidl.version}</version>\n    </dep",
                "</artifactId>\n    </dep");
        build.replace("pom.xml", "  <dependencies>\n", """
                  <dependencyManagement>
                    <dependencies>
                      <dependency>
                        <groupId>io.rpcidl</groupId>
                        <artifactId>rpcidl-bom</artifactId>
                        <version>${rpcidl.version}</version>
                        <type>pom</type>
                        <scope>import</scope>
                      </dependency>
                    </dependencies>
                  </dependencyManagement>

                  <dependencies>
                """);
        build.run("compile").succeeds();
        assertTrue(build.has("target/classes/shop/v1/Shop.class"));
    }

    private static Build scoped(Workspace.Folder work, String scope) throws IOException {
        return work.project("importer", List.of("library"))
                .replace(
                        "pom.xml",
                        "<version>1.0</version>\n    </dependency>",
                        "<version>1.0</version>\n      <scope>" + scope + "</scope>\n    </dependency>");
    }
}
