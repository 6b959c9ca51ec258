package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.model.Exclusion;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What contracts of a module may import: modules of the same build from their sources, and jars if something is missing then. */
class ReactorTest {

    private static final String MONEY = "package money;\nstruct Money { units: int64; }\n";
    private static final String PRICE = "package price;\nimport money.{Money};\nstruct Price { net: Money; }\n";
    private static final String SHOP = "package shop;\nimport price.{Price};\nstruct Item { price: Price; }\n";

    @TempDir
    private Path folder;

    private final Goals build = new Goals();

    @Test
    void aModuleThatWasNotBuiltIsReadFromItsSources() throws Exception {
        module("prices").contract("money.rpcidl", MONEY).contract("price.rpcidl", PRICE);
        Module shop = module("shop").contract("shop.rpcidl", SHOP).dependsOn("prices", "compile");
        shop.generate();
        assertEquals(List.of("shop/Item.java", "shop/TypeCodecs_.java"), shop.generated());
        assertEquals(0, build.resolutions);
    }

    @Test
    void soAreModulesBehindIt() throws Exception {
        module("money").contract("money.rpcidl", MONEY);
        module("prices").contract("price.rpcidl", PRICE).dependsOn("money", null);
        module("shop")
                .contract("shop.rpcidl", SHOP)
                .dependsOn("prices", "provided")
                .generate();
        assertEquals(0, build.resolutions);
    }

    @Test
    void fromWhereverItsOwnBuildReadsThem() throws Exception {
        module("money").file("contracts/money.rpcidl", MONEY).contractsIn("contracts");
        module("prices")
                .file("src/main/resources/META-INF/rpcidl/price.rpcidl", PRICE)
                .resources("src/main/resources");
        module("shop")
                .contract("shop.rpcidl", SHOP)
                .dependsOn("prices", "compile")
                .dependsOn("money", "compile")
                .generate();
        assertEquals(0, build.resolutions);
    }

    @Test
    void aModuleOnWhichNothingDependsIsNotSeen() throws Exception {
        module("money").contract("money.rpcidl", MONEY);
        Module prices = module("prices").contract("price.rpcidl", PRICE);
        assertThrows(MojoFailureException.class, prices::generate);
        prices.dependsOn("money", "test");
        assertThrows(MojoFailureException.class, prices::generate);
        prices.dependsOn("money", "compile").generate();
    }

    @Test
    void whatIsExcludedOrNotPassedOnIsNotSeen() throws Exception {
        module("money").contract("money.rpcidl", MONEY);
        Module middle = module("middle").dependsOn("money", "compile");
        Module prices = module("prices").contract("price.rpcidl", PRICE).dependsOn("middle", "compile");
        prices.generate();
        Exclusion exclusion = new Exclusion();
        exclusion.setGroupId("*");
        exclusion.setArtifactId("money");
        prices.project.getDependencies().get(0).addExclusion(exclusion);
        assertThrows(MojoFailureException.class, prices::generate);
        prices.project.getDependencies().get(0).setExclusions(List.of());
        for (String scope : List.of("runtime", "test", "provided")) {
            middle.project.getDependencies().get(0).setScope(scope);
            assertThrows(MojoFailureException.class, prices::generate, scope);
        }
        middle.project.getDependencies().get(0).setScope("compile");
        middle.project.getDependencies().get(0).setOptional(true);
        assertThrows(MojoFailureException.class, prices::generate);
    }

    @Test
    void modulesThatDependOnEachOtherInACircleEnd() throws Exception {
        module("money").contract("money.rpcidl", MONEY).dependsOn("prices", "compile");
        module("prices")
                .contract("price.rpcidl", PRICE)
                .dependsOn("money", "compile")
                .dependsOn("prices", "compile")
                .generate();
    }

    @Test
    void jarsAreResolvedOnlyForWhatIsInNoSource() throws Exception {
        build.jars.add(jar("money", "compile", MONEY));
        Module prices = module("prices").contract("money.rpcidl", MONEY);
        prices.generate();
        assertEquals(0, build.resolutions);
        Module shop = module("shop").contract("price.rpcidl", PRICE).generate();
        assertEquals(1, build.resolutions);
        assertEquals(List.of("price/Price.java", "price/TypeCodecs_.java"), shop.generated());
    }

    @Test
    void aModuleThatIsReachedThroughAJarIsReadFromItsSourcesToo() throws Exception {
        module("money").contract("money.rpcidl", MONEY);
        build.jars.add(jar("money", "compile", "package money;\nstruct Money { older: int64; }\n"));
        Module prices = module("prices").contract("price.rpcidl", PRICE).generate();
        assertEquals(List.of("price/Price.java", "price/TypeCodecs_.java"), prices.generated());
        assertEquals(1, build.resolutions);
    }

    @Test
    void aModuleThatThisRunLeavesOutIsReadAllTheSame() throws Exception {
        build.leftOut.add(module("money").contract("money.rpcidl", MONEY).project);
        module("prices")
                .contract("price.rpcidl", PRICE)
                .dependsOn("money", "compile")
                .generate();
        assertEquals(0, build.resolutions);
    }

    @Test
    void theNearestWayToAModuleCounts() throws Exception {
        module("money").contract("money.rpcidl", MONEY);
        module("near").dependsOn("money", "compile");
        module("far").dependsOn("near", "compile");
        Module prices = module("prices")
                .contract("price.rpcidl", PRICE)
                .dependsOn("far", "compile")
                .dependsOn("near", "compile");
        Exclusion exclusion = new Exclusion();
        exclusion.setGroupId("shop");
        exclusion.setArtifactId("money");
        prices.project.getDependencies().get(0).addExclusion(exclusion);
        prices.generate();
        assertEquals(0, build.resolutions);
    }

    @Test
    void whatTheCompilerDoesNotSeeIsNotResolved() throws Exception {
        Module prices = module("prices").contract("price.rpcidl", PRICE);
        build.jars.add(jar("another", "runtime", MONEY));
        assertThrows(MojoFailureException.class, prices::generate);
        build.jars.set(0, jar("another", "provided", MONEY));
        prices.generate();
    }

    @Test
    void aJarThatCannotBeReadMattersOnlyIfSomethingIsStillMissing() throws Exception {
        Module prices = module("prices").contract("price.rpcidl", PRICE);
        Path damaged = Files.writeString(folder.resolve("damaged.jar"), "no jar");
        build.jars.add(new Goals.Jar("shop", "damaged", "1", "compile", damaged.toFile()));
        assertThrows(MojoFailureException.class, prices::generate);
        assertTrue(
                prices.log.lines().get(0).contains("damaged.jar"),
                prices.log.lines().get(0));
        build.jars.add(jar("money", "compile", MONEY));
        prices.generate();
    }

    @Test
    void jarsThatCannotBeHadAreSaidOnlyIfTheyAreNeeded() throws Exception {
        Module prices = module("prices").contract("price.rpcidl", PRICE);
        build.jars.add(jar("money", "compile", MONEY));
        prices.generate();
        build.offline = true;
        MojoExecutionException failure = assertThrows(MojoExecutionException.class, prices::generate);
        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "no contract in the sources declares the package money; the dependencies, whose jars may,"
                                        + " cannot be resolved: "),
                failure.getMessage());
        module("alone").contract("money.rpcidl", MONEY).generate();
    }

    @Test
    void aPackageThatNobodyHasIsAnError() throws Exception {
        Module prices = module("prices").contract("price.rpcidl", PRICE);
        assertThrows(MojoFailureException.class, prices::generate);
        assertTrue(
                prices.log.lines().get(0).startsWith("ERROR error[RI0110]: there is no package money"),
                prices.log.lines().get(0));
    }

    private Module module(String name) {
        return new Module(folder, name, build);
    }

    private Goals.Jar jar(String name, String scope, String contract) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/rpcidl/" + name + ".rpcidl"));
            zip.write(contract.getBytes());
        }
        return new Goals.Jar("shop", name, "1", scope, jar.toFile());
    }
}
