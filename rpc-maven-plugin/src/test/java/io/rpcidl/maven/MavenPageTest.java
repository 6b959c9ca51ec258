package io.rpcidl.maven;

import static io.rpcidl.maven.Descriptor.child;
import static io.rpcidl.maven.Descriptor.children;
import static io.rpcidl.maven.Descriptor.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What {@code docs/maven.md} says of goals and parameters is what Maven is told; {@code -Dgolden.update=true} writes the parameters. */
class MavenPageTest {

    private static final Path PAGE = Path.of("..", "docs", "maven.md");
    private static final Pattern GOAL = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (?:`([a-z-]+)`|none) \\|");
    private static final String BEGIN =
            "| parameter | property | default | goals | what it says |\n|---|---|---|---|---|\n";

    /** A parameter, which several goals may have. */
    private record Parameter(String property, String usual, String description, TreeSet<String> goals) {}

    @Test
    void everyGoalIsThereWithItsPhase() throws Exception {
        Map<String, String> said = new TreeMap<>();
        for (MatchResult row : GOAL.matcher(Files.readString(PAGE)).results().toList()) {
            said.put(row.group(1), row.group(2) == null ? "" : row.group(2));
        }
        Map<String, String> told = new TreeMap<>();
        Descriptor.goals().forEach(each -> told.put(text(each, "goal"), text(each, "phase")));
        assertEquals(told, said);
    }

    @Test
    void everyParameterIsThere() throws Exception {
        StringBuilder rows = new StringBuilder(BEGIN);
        parameters()
                .forEach((name, each) -> rows.append("| `%s` | %s | %s | %s | %s |%n"
                        .formatted(
                                name.strip(),
                                code(each.property),
                                code(each.usual),
                                goals(each.goals),
                                each.description)));
        String page = Files.readString(PAGE);
        int start = page.indexOf(BEGIN);
        int end = page.indexOf("\n\n", start) + 1;
        String now = page.substring(0, start) + rows + page.substring(end);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, now);
        }
        assertEquals(now, Files.readString(PAGE));
    }

    private static Map<String, Parameter> parameters() throws Exception {
        Map<String, Parameter> parameters = new TreeMap<>();
        for (Element goal : Descriptor.goals()) {
            String name = text(goal, "goal");
            for (Element each :
                    name.equals("help") ? List.<Element>of() : children(child(goal, "parameters"), "parameter")) {
                if (text(each, "editable").equals("true")) {
                    add(parameters, name, text(each, "name"), child(goal, "configuration"), text(each, "description"));
                }
            }
        }
        return parameters;
    }

    /** One name may be several parameters: each goal's folder of contracts is another. */
    private static void add(
            Map<String, Parameter> all, String goal, String name, Element configuration, String description) {
        Element element = child(configuration, name);
        String property = element == null ? "" : element.getTextContent().replaceAll("[${}]", "");
        String usual = element == null ? "" : element.getAttribute("default-value");
        String oneLine = description.replaceAll("\\s+", " ").replace("|", "\\|");
        for (String key = name; ; key += " ") { // which no one sees, and which keeps them apart
            Parameter there =
                    all.computeIfAbsent(key, each -> new Parameter(property, usual, oneLine, new TreeSet<>()));
            if (there.equals(new Parameter(property, usual, oneLine, there.goals))) {
                there.goals.add(goal);
                return;
            }
        }
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String goals(TreeSet<String> goals) {
        List<String> names = new ArrayList<>();
        goals.forEach(each -> names.add("`" + each + "`"));
        return String.join(", ", names);
    }
}
