package io.rpcidl.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
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

    Siblings(MavenProject project, MavenSession session, Scopes scopes) {
        this.session = session;
        this.scopes = scopes;
        session.getProjects().forEach(each -> modules.put(key(each), each));
        for (Dependency each : project.getDependencies()) {
            if (scopes.has(each.getScope())) {
                follow(each, each.getExclusions());
            }
        }
        found.remove(key(project)); // who depends on itself in a circle is told so by Maven
    }

    private void follow(Dependency dependency, Collection<Exclusion> exclusions) {
        String key = key(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
        MavenProject module = modules.get(key);
        if (module == null || found.putIfAbsent(key, module) != null) {
            return;
        }
        for (Dependency each : module.getDependencies()) {
            if (scopes.hasTransitive(each) && exclusions.stream().noneMatch(exclusion -> excludes(exclusion, each))) {
                List<Exclusion> all = new ArrayList<>(exclusions);
                all.addAll(each.getExclusions());
                follow(each, all);
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
        List<Path> folders = new ArrayList<>();
        for (MavenProject module : found.values()) {
            folders.addAll(SourceFolders.of(module, session));
            module.getResources().stream()
                    .map(each -> Path.of(each.getDirectory(), "META-INF", "rpcidl"))
                    .forEach(folders::add);
        }
        return folders.stream().distinct().filter(Files::isDirectory).toList();
    }

    /** Returns whether an artifact is a module of this build, whether the module depends on it or not. */
    boolean isModule(String groupId, String artifactId, String version) {
        return modules.containsKey(key(groupId, artifactId, version));
    }

    private static String key(MavenProject project) {
        return key(project.getGroupId(), project.getArtifactId(), project.getVersion());
    }

    private static String key(String groupId, String artifactId, String version) {
        return groupId + ":" + artifactId + ":" + version;
    }
}
