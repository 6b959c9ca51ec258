package io.rpcidl.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What pages tell a user's build to do is there: modules of ours, goals of the plugin and their parameters. */
class PageXmlTest {

    private static final Pattern OF_OURS = Pattern.compile("<artifactId>(rpc[\\w-]*|idl-grammar)</artifactId>");

    @TestFactory
    Stream<DynamicTest> buildsOfUsers() throws IOException {
        Set<String> modules = modules();
        String plugin =
                Files.readString(Pages.ROOT.resolve("rpc-maven-plugin/target/classes/META-INF/maven/plugin.xml"));
        return Pages.snippets().stream()
                .filter(snippet -> snippet.language().equals("xml"))
                .map(snippet -> DynamicTest.dynamicTest(snippet.page(), () -> check(snippet.text(), modules, plugin)));
    }

    private static void check(String text, Set<String> modules, String plugin) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<page>" + text + "</page>")))
                .getDocumentElement();
        OF_OURS.matcher(text)
                .results()
                .forEach(artifact -> assertTrue(modules.contains(artifact.group(1)), artifact.group(1)));
        each(
                root,
                "goal",
                goal -> assertTrue(
                        plugin.contains("<goal>" + goal.getTextContent() + "</goal>"), goal.getTextContent()));
        each(root, "configuration", configuration -> {
            for (Node each = configuration.getFirstChild(); each != null; each = each.getNextSibling()) {
                String name = each.getNodeName();
                assertTrue(!(each instanceof Element) || plugin.contains("<name>" + name + "</name>"), name);
            }
        });
    }

    private static void each(Element root, String name, Consumer<Node> check) {
        NodeList found = root.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            check.accept(found.item(i));
        }
    }

    private static Set<String> modules() throws IOException {
        List<String> poms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Pages.ROOT, 3)) {
            for (Path pom : files.filter(each -> each.endsWith("pom.xml")).toList()) {
                poms.add(Files.readString(pom));
            }
        }
        return poms.stream()
                .map(pom -> pom.replaceAll("(?s)<parent>.*?</parent>|<dependenc.*", ""))
                .flatMap(pom -> OF_OURS.matcher(pom).results().map(artifact -> artifact.group(1)))
                .collect(Collectors.toSet());
    }
}
