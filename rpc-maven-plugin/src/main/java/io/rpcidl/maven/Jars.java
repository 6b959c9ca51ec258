package io.rpcidl.maven;

import io.rpcidl.idl.compile.Loader;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * The jars of a module's dependencies, other modules of the same build apart, which are read from their sources. They are looked
 * for only when they are needed: no goal asks Maven to resolve dependencies, which would fail where a module of the build is one
 * and was not built yet.
 */
final class Jars {

    private final ProjectDependenciesResolver resolver;
    private final MavenProject project;
    private final MavenSession session;
    private final Siblings siblings;
    private final Scopes scopes;

    Jars(
            ProjectDependenciesResolver resolver,
            MavenProject project,
            MavenSession session,
            Siblings siblings,
            Scopes scopes) {
        this.resolver = resolver;
        this.project = project;
        this.session = session;
        this.siblings = siblings;
        this.scopes = scopes;
    }

    /** Reads the contracts of all of them, and of modules that are reached only through them. */
    Loader.Result load() throws DependencyResolutionException {
        Set<Path> modules = new LinkedHashSet<>();
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> isWanted(node, modules));
        Stream<Path> jars = resolver.resolve(request).getResolvedDependencies().stream()
                .map(each -> each.getArtifact().getFile())
                .filter(each ->
                        each != null && (each.isDirectory() || each.getName().endsWith(".jar")))
                .map(File::toPath);
        return Loader.load(List.of(), Stream.concat(jars, modules.stream()).toList());
    }

    private boolean isWanted(DependencyNode node, Set<Path> modules) {
        Dependency dependency = node.getDependency();
        if (dependency == null) {
            return true; // the module itself
        }
        if (!scopes.has(dependency.getScope())) {
            return false;
        }
        Artifact artifact = dependency.getArtifact();
        Optional<List<Path>> module =
                siblings.folders(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
        module.ifPresent(modules::addAll);
        return module.isEmpty();
    }
}
