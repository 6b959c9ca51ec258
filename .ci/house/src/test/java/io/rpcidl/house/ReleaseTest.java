package io.rpcidl.house;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is published is what others need, and each of it says what a public repository asks for. */
class ReleaseTest {

    private static Model bom() {
        return Reactor.model(Pages.ROOT.resolve("bom"));
    }

    @Test
    void whatIsPublishedIsAllButExamplesAndTheBuildsOwn() {
        for (Model module : Reactor.modules()) {
            String folder = Reactor.folder(module);
            boolean ours = folder.startsWith("examples") || folder.startsWith(".ci");
            assertEquals(!ours, Reactor.isPublished(module), () -> folder + " says maven.deploy.skip, or does not");
        }
    }

    @Test
    void theBomNamesEveryPublishedJarAndNothingElse() {
        List<String> published = Reactor.publishedJars().stream()
                .map(module -> module.getGroupId() + ":" + module.getArtifactId() + ":" + module.getVersion())
                .sorted()
                .toList();
        List<String> named = bom().getDependencyManagement().getDependencies().stream()
                .map(each -> each.getManagementKey().equals(key(each))
                        ? each.getGroupId() + ":" + each.getArtifactId() + ":" + each.getVersion()
                        : each.toString())
                .sorted()
                .toList();
        assertEquals(published, named);
    }

    /** Returns what is managed where neither a type nor a classifier is named. */
    private static String key(Dependency dependency) {
        return dependency.getGroupId() + ":" + dependency.getArtifactId() + ":jar";
    }

    @Test
    void theBomBringsNothingAlong() {
        Model bom = bom();
        assertAll(
                () -> assertNull(bom.getParent()),
                () -> assertEquals("pom", bom.getPackaging()),
                () -> assertTrue(bom.getDependencies().isEmpty()),
                () -> assertTrue(bom.getProfiles().isEmpty()));
    }

    @Test
    void whatTheBomSaysOnItsOwnIsWhatTheRootSays() {
        assertEquals(about(Reactor.root()), about(bom()));
        Map<String, String> pinned = plugins(Pages.ROOT);
        assertEquals(
                Map.of(),
                plugins(Pages.ROOT.resolve("bom")).entrySet().stream()
                        .filter(plugin -> !plugin.getValue().equals(pinned.get(plugin.getKey())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map<String, String> about(Model model) {
        Map<String, String> said = new TreeMap<>();
        said.put("group", model.getGroupId());
        said.put("version", model.getVersion());
        said.put("url", model.getUrl());
        said.put("year", model.getInceptionYear());
        said.put("licenses", model.getLicenses().stream().map(License::getUrl).toList() + "");
        said.put(
                "developers",
                model.getDevelopers().stream().map(Developer::getName).toList() + "");
        said.put("scm", model.getScm().getConnection() + " " + model.getScm().getDeveloperConnection());
        return said;
    }

    private static Map<String, String> plugins(Path folder) {
        return Reactor.asWritten(folder).getBuild().getPluginManagement().getPlugins().stream()
                .collect(Collectors.toMap(Plugin::getKey, Plugin::getVersion));
    }

    @TestFactory
    Stream<DynamicTest> whoReadsThePomLearns() {
        return Reactor.published().stream()
                .map(module -> DynamicTest.dynamicTest(module.getArtifactId(), () -> {
                    assertAll(
                            () -> assertTrue(module.getName().startsWith("rpcidl"), "name"),
                            () -> assertFalse(module.getDescription().isBlank(), "description"),
                            () -> assertEquals("https://github.com/rpcidl/rpcidl", module.getUrl(), "url"),
                            () -> assertEquals(
                                    List.of("https://www.apache.org/licenses/LICENSE-2.0"),
                                    module.getLicenses().stream()
                                            .map(License::getUrl)
                                            .toList()),
                            () -> assertFalse(module.getDevelopers().isEmpty(), "developers"),
                            () -> assertEquals(
                                    "https://github.com/rpcidl/rpcidl",
                                    module.getScm().getUrl(),
                                    "scm"),
                            () -> assertEquals(
                                    "scm:git:https://github.com/rpcidl/rpcidl.git",
                                    module.getScm().getConnection(),
                                    "scm"));
                }));
    }

    /** A published pom that needs what is not published is of no use to anybody. */
    @Test
    void whatIsPublishedNeedsNothingOfOursThatIsNot() {
        TreeSet<String> published =
                Reactor.published().stream().map(Model::getArtifactId).collect(Collectors.toCollection(TreeSet::new));
        for (Model module : Reactor.published()) {
            module.getDependencies().stream()
                    .filter(each -> each.getGroupId().equals("io.rpcidl"))
                    .forEach(each -> assertTrue(
                            published.contains(each.getArtifactId()), () -> module.getArtifactId() + " " + each));
        }
    }
}
