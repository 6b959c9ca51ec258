package io.rpcidl.maven;

import io.rpcidl.idl.compile.Loader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * The modules of this build on which a module depends, directly or through other modules, as Maven's scopes have it. Their contracts
 * are read from their sources, for they may not have been built yet: {@code mvn generate-sources} builds nothing.
 */
final class Siblings {

    private final MavenSession session;
    private final Scopes scopes;
    private final Map<String, MavenProject> modules = new TreeMap<>();
    private final Map<String, MavenProject> found = new TreeMap<>();
    private final Deque<Edge> open = new ArrayDeque<>(); // those nearer first, as Maven has it

    /** A dependency, and what is excluded on the way to it and below it. */
    private record Edge(Dependency dependency, List<Exclusion> exclusions) {}

    Siblings(MavenProject project, MavenSession session, Scopes scopes) {
        this.session = session;
        this.scopes = scopes;
        // also those that this run leaves out, by -pl or -rf
        List<MavenProject> all = session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
        all.forEach(each -> modules.put(key(each), each));
        for (Dependency each : project.getDependencies()) {
            if (scopes.has(each.getScope())) {
                open.add(new Edge(each, List.copyOf(each.getExclusions())));
            }
        }
        while (!open.isEmpty()) {
            follow(open.remove());
        }
        found.remove(key(project)); // who depends on itself in a circle is told so by Maven
    }

    private void follow(Edge edge) {
        Dependency dependency = edge.dependency();
        String key = key(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
        MavenProject module = modules.get(key);
        if (module == null || found.putIfAbsent(key, module) != null) {
            return;
        }
        for (Dependency each : module.getDependencies()) {
            if (scopes.hasTransitive(each)
                    && edge.exclusions().stream().noneMatch(exclusion -> excludes(exclusion, each))) {
                List<Exclusion> all = new ArrayList<>(edge.exclusions());
                all.addAll(each.getExclusions());
                open.add(new Edge(each, all));
            }
        }
    }

    private static boolean excludes(Exclusion exclusion, Dependency dependency) {
        return matches(exclusion.getGroupId(), dependency.getGroupId())
                && matches(exclusion.getArtifactId(), dependency.getArtifactId());
    }

    private static boolean matches(String pattern, String name) {
        return "*".equals(pattern) || name.equals(pattern);
    }

    /** Returns where the contracts stand that go into the modules' jars, in order of the modules' names. */
    List<Path> folders() {
        return found.values().stream()
                .flatMap(each -> folders(each).stream())
                .distinct()
                .toList();
    }

    private List<Path> folders(MavenProject module) {
        List<Path> folders = new ArrayList<>(SourceFolders.of(module, session));
        module.getResources().stream().flatMap(Siblings::inJar).forEach(folders::add);
        return folders.stream()
                .map(Path::normalize)
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }

    /** Returns what of a resource goes to where contracts are in jars. */
    private static Stream<Path> inJar(Resource resource) {
        Path wanted = Path.of(Loader.IN_JARS);
        String target = resource.getTargetPath() == null ? "" : resource.getTargetPath();
        Path folder = Path.of(resource.getDirectory());
        if (target.isEmpty()) {
            return Stream.of(folder.resolve(wanted));
        }
        return wanted.startsWith(target)
                ? Stream.of(folder.resolve(Path.of(target).relativize(wanted)))
                : Stream.of();
    }

    /** Returns the folders of a module that is reached through a jar; nothing if an artifact is no module of this build. */
    Optional<List<Path>> folders(String groupId, String artifactId, String version) {
        return Optional.ofNullable(modules.get(key(groupId, artifactId, version)))
                .map(module -> found.containsValue(module) ? List.of() : folders(module));
    }

    private static String key(MavenProject project) {
        return key(project.getGroupId(), project.getArtifactId(), project.getVersion());
    }

    private static String key(String groupId, String artifactId, String version) {
        return groupId + ":" + artifactId + ":" + version;
    }
}
