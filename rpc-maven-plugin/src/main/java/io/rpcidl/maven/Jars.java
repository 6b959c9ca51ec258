package io.rpcidl.maven;

import io.rpcidl.idl.compile.Loader;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * The jars of a module's dependencies, other modules of the same build apart. They are looked for only when they are needed: no goal
 * asks Maven to resolve dependencies, which would fail where a module of the build is one and was not built yet.
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

    /** Reads the contracts of all of them. */
    Loader.Result load() throws DependencyResolutionException {
        return Loader.load(List.of(), resolve());
    }

    private List<Path> resolve() throws DependencyResolutionException {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> isWanted(node));
        return resolver.resolve(request).getResolvedDependencies().stream()
                .map(each -> each.getArtifact().getFile())
                .filter(each ->
                        each != null && (each.isDirectory() || each.getName().endsWith(".jar")))
                .map(File::toPath)
                .toList();
    }

    private boolean isWanted(DependencyNode node) {
        Dependency dependency = node.getDependency();
        if (dependency == null) {
            return true; // the module itself
        }
        Artifact artifact = dependency.getArtifact();
        return scopes.has(dependency.getScope())
                && !siblings.isModule(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion());
    }
}
