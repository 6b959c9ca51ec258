package io.rpcidl.maven;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.DependencyRequest;

/** Contracts that were released as an artifact. They import those of what that depends on, as it was when they were released. */
final class Release {

    private final Artifact artifact;
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Release(
            Artifact artifact,
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories) {
        this.artifact = artifact;
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    /** Returns the jar; or the folder of classes, if it is a module of this build. */
    Path jar() throws RepositoryException {
        ArtifactRequest request = new ArtifactRequest(artifact, repositories, null);
        return system.resolveArtifact(session, request).getArtifact().getFile().toPath();
    }

    /** Compiles the contracts of the jar. What it depends on is fetched only if they import something of it. */
    Compilation compile(Path jar, Log log) {
        return Compiler.compile(Loader.load(List.of(jar)), missing -> {
            try {
                return Loader.load(List.of(), dependencies());
            } catch (RepositoryException e) {
                log.debug("The dependencies of " + artifact + " cannot be resolved: " + e.getMessage());
                return new Loader.Result(List.of(), List.of(), List.of());
            }
        });
    }

    /** As those of a module that is built: what is only provided is there, too. */
    private List<Path> dependencies() throws RepositoryException {
        ArtifactDescriptorResult described =
                system.readArtifactDescriptor(session, new ArtifactDescriptorRequest(artifact, repositories, null));
        CollectRequest collect = new CollectRequest()
                .setRootArtifact(artifact)
                .setDependencies(described.getDependencies().stream()
                        .filter(each -> Scopes.MAIN.has(each.getScope()))
                        .toList())
                .setManagedDependencies(described.getManagedDependencies())
                .setRepositories(repositories);
        DependencyRequest request = new DependencyRequest(collect, (node, parents) -> isWanted(node.getDependency()));
        return system.resolveDependencies(session, request).getArtifactResults().stream()
                .map(each -> each.getArtifact().getFile())
                .filter(Objects::nonNull)
                .filter(each -> each.isDirectory() || each.getName().endsWith(".jar"))
                .map(File::toPath)
                .toList();
    }

    private static boolean isWanted(Dependency dependency) {
        return dependency == null || Scopes.MAIN.has(dependency.getScope());
    }
}
