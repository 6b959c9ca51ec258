package io.rpcidl.runtime.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import golden.packages.ours.OrdersHandlerBase;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where generated code says that contracts stand, and finding them in jars. */
class ContractPackageTest {

    @Test
    void aServiceKnowsItsContractAndAllThatItImports() {
        List<ContractPackage> contract =
                new OrdersHandlerBase() {}.definition_().contract();
        assertEquals(
                List.of("golden.packages.orders", "golden.packages.money"),
                contract.stream().map(ContractPackage::name).toList());
        assertEquals(List.of("packages/orders.rpcidl"), contract.get(0).paths());
        assertEquals(List.of("packages/money.rpcidl"), contract.get(1).paths());
    }

    @Test
    void tellsFilesAtOnePlaceInTwoJarsApartByTheirPackage(@TempDir Path folder) throws Exception {
        URL[] jars = {
            jar(folder.resolve("a.jar"), Map.of("api.rpcidl", "package a;\n", "more.rpcidl", "package a . b;\n")),
            jar(folder.resolve("b.jar"), Map.of("api.rpcidl", "package b;\n", "more.rpcidl", "// é\npackage  b ;\n"))
        };
        try (URLClassLoader loader = new URLClassLoader(jars, null)) {
            Class<?> beside = Proxy.newProxyInstance(loader, new Class<?>[0], (p, m, a) -> null)
                    .getClass();
            ContractPackage a = new ContractPackage(beside, "a", List.of());
            ContractPackage b = new ContractPackage(beside, "b", List.of());
            ContractPackage within = new ContractPackage(beside, "a.b", List.of());
            assertEquals("package a;\n", a.read("api.rpcidl"));
            assertEquals("package b;\n", b.read("api.rpcidl"));
            assertEquals("// é\npackage  b ;\n", b.read("more.rpcidl"));
            assertEquals("package a . b;\n", within.read("more.rpcidl"));
            assertNull(a.read("more.rpcidl"));
            assertNull(a.read("missing.rpcidl"));
        }
    }

    private static URL jar(Path file, Map<String, String> contracts) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : contracts.entrySet()) {
                jar.putNextEntry(new JarEntry("META-INF/rpcidl/" + each.getKey()));
                jar.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toUri().toURL();
    }
}
