package io.rpcidl.maven;

import java.io.File;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/** Repositories with some artifacts, of which each may depend on others. */
final class Repositories {

    private final Map<String, File> jars = new HashMap<>();
    private final Map<String, List<Dependency>> dependencies = new HashMap<>();

    /** What was asked for, a line each. */
    final List<String> requests = new ArrayList<>();

    void add(Goals.Jar jar, Goals.Jar... dependsOn) {
        Artifact artifact = Resolved.dependency(jar).getArtifact();
        jars.put(artifact.toString(), jar.file());
        dependencies.put(
                artifact.toString(),
                List.of(dependsOn).stream().map(Resolved::dependency).toList());
    }

    RepositorySystem system() {
        return (RepositorySystem) Proxy.newProxyInstance(
                Repositories.class.getClassLoader(), new Class<?>[] {RepositorySystem.class}, (proxy, method, all) -> {
                    requests.add(method.getName());
                    if (all[1] instanceof ArtifactRequest request) {
                        return resolve(request);
                    }
                    if (all[1] instanceof ArtifactDescriptorRequest request) {
                        return new ArtifactDescriptorResult(request)
                                .setDependencies(
                                        dependencies.get(request.getArtifact().toString()));
                    }
                    return resolve((DependencyRequest) all[1]);
                });
    }

    private ArtifactResult resolve(ArtifactRequest request) throws ArtifactResolutionException {
        ArtifactResult result = new ArtifactResult(request);
        File jar = jars.get(request.getArtifact().toString());
        if (jar == null) {
            result.addException(new ArtifactNotFoundException(request.getArtifact(), null));
            throw new ArtifactResolutionException(List.of(result));
        }
        return result.setArtifact(request.getArtifact().setFile(jar));
    }

    private static DependencyResult resolve(DependencyRequest request) {
        return new DependencyResult(request)
                .setArtifactResults(request.getCollectRequest().getDependencies().stream()
                        .map(each -> new ArtifactResult(new ArtifactRequest()).setArtifact(each.getArtifact()))
                        .toList());
    }
}
