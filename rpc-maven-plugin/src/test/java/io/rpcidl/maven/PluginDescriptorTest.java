package io.rpcidl.maven;

import static io.rpcidl.maven.Descriptor.child;
import static io.rpcidl.maven.Descriptor.children;
import static io.rpcidl.maven.Descriptor.goals;
import static io.rpcidl.maven.Descriptor.read;
import static io.rpcidl.maven.Descriptor.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What Maven and Eclipse are told of the goals, as the build has written it. */
class PluginDescriptorTest {

    private static final String LIFECYCLE = "/META-INF/m2e/lifecycle-mapping-metadata.xml";

    @Test
    void everyGoalIsThreadSafeAndAsksForNoDependencies() throws Exception {
        for (Element goal : goals()) {
            String name = text(goal, "goal");
            assertEquals("true", text(goal, "threadSafe"), name);
            assertEquals("", text(goal, "requiresDependencyResolution"), name);
            assertEquals("", text(goal, "requiresDependencyCollection"), name);
            assertFalse(text(goal, "description").isBlank(), name);
        }
    }

    @Test
    void everyParameterIsDescribedAndHasAProperty() throws Exception {
        for (Element goal : goals()) {
            if (text(goal, "goal").equals("help")) {
                continue; // its parameters are those of all plugins
            }
            for (Element parameter : children(child(goal, "parameters"), "parameter")) {
                String name = text(goal, "goal") + "'s " + text(parameter, "name");
                String description = text(parameter, "description");
                // an expression in a description loses its first brace on its way here
                assertFalse(description.isBlank() || description.contains("${"), name + ": " + description);
                if (text(parameter, "editable").equals("true")
                        && !text(parameter, "type").equals("java.util.Map")) {
                    String property = text(child(goal, "configuration"), text(parameter, "name"));
                    assertTrue(
                            property.matches("\\$\\{(rpcidl\\.[A-Za-z.]+|maven\\.test\\.skip)}"),
                            name + ": '" + property + "'");
                }
            }
        }
    }

    @Test
    void everyGoalCanBeSkipped() throws Exception {
        for (Element goal : goals()) {
            if (!text(goal, "goal").equals("help")) {
                assertEquals("${rpcidl.skip}", text(child(goal, "configuration"), "skip"), text(goal, "goal"));
            }
        }
    }

    @Test
    void theGoalsOfCodeRunInTheirPhases() throws Exception {
        List<String> phases = new ArrayList<>();
        goals().forEach(each -> phases.add(text(each, "goal") + " " + text(each, "phase")));
        assertEquals(
                Set.of(
                        "breaking verify",
                        "check-format verify",
                        "format process-sources",
                        "generate generate-sources",
                        "generate-test generate-test-sources",
                        "help ",
                        "import ",
                        "lint verify",
                        "model generate-sources"),
                new TreeSet<>(phases));
    }

    @Test
    void everyGoalIsExecutedOrIgnoredByEclipse() throws Exception {
        Set<String> executed = new TreeSet<>();
        Set<String> ignored = new TreeSet<>();
        for (Element each : children(child(read(LIFECYCLE), "pluginExecutions"), "pluginExecution")) {
            Element action = child(each, "action");
            Element execute = child(action, "execute");
            Set<String> names = execute == null ? ignored : executed;
            if (execute == null) {
                assertEquals("ignore", children(action, "*").get(0).getTagName());
            } else {
                assertEquals("true", text(execute, "runOnIncremental"));
                assertEquals("true", text(execute, "runOnConfiguration"));
            }
            children(child(child(each, "pluginExecutionFilter"), "goals"), "goal")
                    .forEach(goal -> names.add(goal.getTextContent()));
        }
        assertEquals(Set.of("generate", "generate-test", "model"), executed);
        Set<String> others = new TreeSet<>();
        goals().forEach(each -> others.add(text(each, "goal")));
        others.removeAll(executed);
        assertEquals(others, ignored);
    }
}
