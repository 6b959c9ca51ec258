package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The goal import: from Thrift to a project that builds. */
@ExtendWith(Workspace.class)
class ImportIT {

    private static final String FILES = "-Drpcidl.import.files=";
    private static final String THRIFT = """
            namespace java old.shop

            struct Product {
              1: required string sku
            }

            service Shop {
              Product get(1: string sku)
            }
            """;

    @Test
    void whatIsImportedCompiles(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src").write("shop.thrift", THRIFT);
        build.run("rpcidl:import", FILES + "shop.thrift").succeeds().says("Wrote " + build.path("src/main/rpcidl"));
        assertEquals(1, build.files("src/main/rpcidl").size());
        build.run("compile").succeeds();
        assertTrue(build.files("target/classes").stream().anyMatch(each -> each.endsWith("ShopHandler.class")));
    }

    @Test
    void whatIsThereAlreadyIsOverwrittenOnlyByForce(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src").write("shop.thrift", THRIFT);
        build.run("rpcidl:import", FILES + "shop.thrift").succeeds();
        String file = "src/main/rpcidl/" + build.files("src/main/rpcidl").get(0);
        String right = build.text(file);
        build.write(file, "// mine\n")
                .run("rpcidl:import", FILES + "shop.thrift")
                .fails()
                .says("rpcidl.import.force");
        assertEquals("// mine\n", build.text(file));
        build.run("rpcidl:import", FILES + "shop.thrift", "-Drpcidl.import.force")
                .succeeds();
        assertEquals(right, build.text(file));
    }

    @Test
    void itNeedsNoProject(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src").delete("pom.xml").write("shop.thrift", THRIFT);
        build.run(
                        "io.rpcidl:rpc-maven-plugin:" + Place.VERSION + ":import",
                        FILES + "shop.thrift",
                        "-Drpcidl.sourceDirectory=contracts")
                .succeeds();
        assertEquals(1, build.files("contracts").size());
    }

    @Test
    void whichFilesHasToBeSaidAndTheyHaveToBeThere(Workspace.Folder work) throws IOException {
        Build build = work.project("plain");
        build.run("rpcidl:import").fails().says("which files?");
        build.run("rpcidl:import", FILES + "gone.thrift").fails().says("gone.thrift is not there");
    }

    @Test
    void aMistakeInThriftIsSaidWithItsPlaceAndNothingIsWritten(Workspace.Folder work) throws IOException {
        Build build = work.project("plain").delete("src").write("shop.thrift", "struct Product {\n  1: Nix nix\n}\n");
        build.run("rpcidl:import", FILES + "shop.thrift").fails().says("shop.thrift:2:6");
        assertFalse(build.has("src"));
    }

    @Test
    void theParentOfModulesIsNoPlaceForContracts(Workspace.Folder work) throws IOException {
        Build build = work.project("reactor").write("shop.thrift", THRIFT);
        build.run("io.rpcidl:rpc-maven-plugin:" + Place.VERSION + ":import", FILES + "shop.thrift")
                .fails()
                .says("rpcidl.sourceDirectory");
        build.run(
                        "io.rpcidl:rpc-maven-plugin:" + Place.VERSION + ":import",
                        FILES + "shop.thrift",
                        "-Drpcidl.sourceDirectory=audit/src/main/rpcidl")
                .succeeds();
        assertEquals(2, build.files("audit/src/main/rpcidl").size());
    }
}
