package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Contracts that are for a project's tests alone. */
@ExtendWith(Workspace.class)
class TestContractsIT {

    private static final String OUTPUT = "target/generated-test-sources/rpcidl";

    @Test
    void theyImportThoseOfTheProjectAndAreCompiledWithItsTests(Workspace.Folder work) throws IOException {
        Build build = work.project("contracts-of-tests");
        build.run("test").succeeds().says("Tests run: 1, Failures: 0");
        assertEquals(List.of("basket/Basket.java", "basket/TypeCodecs_.java"), build.files(OUTPUT));
    }

    @Test
    void neitherTheyNorTheirClassesAreInTheJar(Workspace.Folder work) throws IOException {
        Build build = work.project("contracts-of-tests");
        build.run("package").succeeds();
        try (JarFile jar =
                new JarFile(build.path("target/contracts-of-tests-1.0.jar").toFile())) {
            assertEquals(
                    List.of("META-INF/rpcidl/shop/v1/shop.rpcidl"),
                    jar.stream()
                            .map(Object::toString)
                            .filter(each -> each.endsWith(".rpcidl"))
                            .toList());
            assertEquals(
                    0,
                    jar.stream()
                            .filter(each -> each.toString().contains("basket"))
                            .count());
        }
    }

    @Test
    void mainContractsDoNotSeeThem(Workspace.Folder work) throws IOException {
        Build build = work.project("contracts-of-tests")
                .write(
                        "src/main/rpcidl/wrong.rpcidl",
                        "package wrong;\n\nimport basket.{Basket};\n\nstruct W { b: Basket; }\n");
        build.run("generate-sources").fails().says("error[RI0110]").says("basket");
    }

    @Test
    void withoutThemThereIsNothingToDo(Workspace.Folder work) throws IOException {
        Build build = work.project("contracts-of-tests").delete("src/test");
        build.run("test-compile").succeeds();
        assertFalse(build.has(OUTPUT));
    }

    @Test
    void anErrorInThemFailsTheBuildBeforeTheTestsAreCompiled(Workspace.Folder work) throws IOException {
        Build build = work.project("contracts-of-tests").replace("src/test/rpcidl/basket.rpcidl", "Product>", "Prod>");
        build.run("test-compile")
                .fails()
                .says(build.path("src/test/rpcidl/basket.rpcidl") + ":7:18")
                .saysNot("testCompile (");
    }
}
