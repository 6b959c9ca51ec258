package io.rpcidl.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Where the contracts of another module stand: what its own build would tell the goal {@code generate}. */
final class SourceFolders {

    private static final String PLUGIN = "io.rpcidl:rpc-maven-plugin";
    private static final String GOAL = "generate";
    private static final String PARAMETER = "sourceDirectory";

    private SourceFolders() {}

    /** Returns the folders, of which some may not exist; none if the plugin has nothing to do with the module. */
    static List<Path> of(MavenProject module, MavenSession session) {
        Plugin plugin = module.getPlugin(PLUGIN);
        if (plugin == null) {
            return List.of();
        }
        return plugin.getExecutions().stream()
                .filter(each -> each.getGoals().contains(GOAL))
                .map(each -> configured(each.getConfiguration())
                        .map(folder -> module.getBasedir().toPath().resolve(folder))
                        .orElseGet(() -> usual(module, session)))
                .distinct()
                .toList();
    }

    /** Returns the folders of the module that is built, whose contracts for tests import those of main code. */
    static List<Path> ofMain(MavenProject module, MavenSession session) {
        List<Path> folders = of(module, session);
        return folders.isEmpty() ? List.of(usual(module, session)) : folders;
    }

    private static Path usual(MavenProject module, MavenSession session) {
        return module.getBasedir().toPath().resolve(property(module, session).orElse("src/main/rpcidl"));
    }

    /** What is configured for all executions, Maven has put into each. */
    private static Optional<String> configured(Object configuration) {
        return configuration instanceof Xpp3Dom dom
                ? Optional.ofNullable(dom.getChild(PARAMETER)).map(Xpp3Dom::getValue)
                : Optional.empty();
    }

    private static Optional<String> property(MavenProject module, MavenSession session) {
        String name = "rpcidl." + PARAMETER;
        return Optional.ofNullable(session.getUserProperties().getProperty(name))
                .or(() -> Optional.ofNullable(module.getProperties().getProperty(name)));
    }
}
