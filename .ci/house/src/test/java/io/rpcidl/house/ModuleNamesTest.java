package io.rpcidl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What our jars are called as modules. */
class ModuleNamesTest {

    /** The two halves of a call share the root of their packages, which gives its name to the half that users name. */
    private static final Map<String, String> OTHER_THAN_ITS_PACKAGES = Map.of("rpc-call", "io.rpcidl.call");

    @TempDir
    static Path jars;

    @BeforeAll
    static void pack() throws IOException {
        ModuleJars.pack(jars);
    }

    @Test
    void theJarPluginWritesTheName() {
        for (Model module : Reactor.publishedJars()) {
            String plugin = module.getBuild()
                    .getPluginManagement()
                    .getPluginsAsMap()
                    .get("org.apache.maven.plugins:maven-jar-plugin")
                    .getConfiguration()
                    .toString();
            assertTrue(
                    plugin.contains("<Automatic-Module-Name>" + ModuleJars.name(module) + "</Automatic-Module-Name>"),
                    plugin);
        }
    }

    /** A name that is no module's fails in the finder. */
    @Test
    void aJarIsCalledAsItsPackagesBegin() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> named = new TreeMap<>();
        for (Model module : Reactor.publishedJars()) {
            String artifact = module.getArtifactId();
            ModuleDescriptor descriptor = ModuleFinder.of(jars.resolve(artifact + ".jar")).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .findAny()
                    .orElseThrow();
            named.put(artifact, descriptor.name());
            expected.put(artifact, OTHER_THAN_ITS_PACKAGES.getOrDefault(artifact, commonStart(descriptor.packages())));
        }
        assertEquals(expected, named);
        assertEquals(named.size(), Set.copyOf(named.values()).size(), "each has a name of its own");
    }

    private static String commonStart(Set<String> packages) {
        TreeSet<String> ordered = new TreeSet<>(packages);
        List<String> first = List.of(ordered.first().split("[.]"));
        List<String> last = List.of(ordered.last().split("[.]"));
        int same = 0;
        while (same < Math.min(first.size(), last.size()) && first.get(same).equals(last.get(same))) {
            same++;
        }
        return String.join(".", first.subList(0, same));
    }

    @Test
    void noPackageIsInTwoJars() {
        Map<String, Set<String>> owners = new TreeMap<>();
        ModuleFinder.of(jars).findAll().stream()
                .map(ModuleReference::descriptor)
                .forEach(module -> module.packages()
                        .forEach(each -> owners.computeIfAbsent(each, none -> new TreeSet<>())
                                .add(module.name())));
        assertEquals(
                Map.of(),
                owners.entrySet().stream()
                        .filter(owner -> owner.getValue().size() > 1)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
