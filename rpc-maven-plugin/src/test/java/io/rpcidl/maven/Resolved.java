package io.rpcidl.maven;

import java.util.List;
import org.apache.maven.project.DependencyResolutionResult;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/** What Maven answers who asks for jars. */
record Resolved(List<Dependency> dependencies) implements DependencyResolutionResult {

    static Dependency dependency(Goals.Jar jar) {
        DefaultArtifact artifact = new DefaultArtifact(jar.groupId(), jar.artifactId(), "jar", jar.version());
        return new Dependency(artifact.setFile(jar.file()), jar.scope());
    }

    static DependencyNode node(Dependency dependency) {
        return new DefaultDependencyNode(dependency);
    }

    @Override
    public DependencyNode getDependencyGraph() {
        return null;
    }

    @Override
    public List<Dependency> getDependencies() {
        return dependencies;
    }

    @Override
    public List<Dependency> getResolvedDependencies() {
        return dependencies;
    }

    @Override
    public List<Dependency> getUnresolvedDependencies() {
        return List.of();
    }

    @Override
    public List<Exception> getCollectionErrors() {
        return List.of();
    }

    @Override
    public List<Exception> getResolutionErrors(Dependency dependency) {
        return List.of();
    }
}
