package io.rpcidl.maven;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.revision.GitRevision;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;

/** The version of contracts that a new one is compared with, by one of three names. */
final class OldVersion {

    private static final String FORMS = """
            rpcidl.breaking.against names the old version of the contracts:
              GROUP:ARTIFACT:VERSION  a release, for example org.example:shop:1.4.0
              PATH                    a folder or a jar
              git:REVISION            this folder as it was, for example git:main""";

    private final String name;
    private final BreakingMojo goal;

    OldVersion(String name, BreakingMojo goal) {
        this.name = name;
        this.goal = goal;
    }

    /** Compiles it; nothing if it is a revision without contracts, such as one from before them. */
    Optional<Compilation> compile() throws MojoExecutionException {
        if (name == null || name.isBlank()) {
            throw new MojoExecutionException(FORMS);
        }
        if (name.startsWith(GitRevision.PREFIX)) {
            return revision(name.substring(GitRevision.PREFIX.length()));
        }
        String[] parts = name.split(":", -1);
        return Optional.of(parts.length == 3 ? release(parts) : path());
    }

    private Optional<Compilation> revision(String revisionName) throws MojoExecutionException {
        Path folder = goal.sourceDirectory().toPath();
        GitRevision revision = named(revisionName);
        try {
            if (!revision.has(folder)) {
                return Optional.empty();
            }
            Contracts contracts = goal.contracts(folders -> revision.load(List.of(folder), folders));
            return contracts.isEmpty() ? Optional.empty() : Optional.of(contracts.compile());
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private static GitRevision named(String revisionName) throws MojoExecutionException {
        try {
            return new GitRevision(revisionName);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    /** If it does not compile with what it depended on, it may with what the project imports: that may come from folders. */
    private Compilation release(String[] parts) throws MojoExecutionException {
        requireOther(parts);
        Release release = new Release(
                new DefaultArtifact(parts[0], parts[1], "jar", parts[2]),
                goal.repositories,
                goal.session.getRepositorySession(),
                goal.project.getRemoteProjectRepositories());
        Path jar;
        try {
            jar = release.jar();
        } catch (RepositoryException e) {
            throw new MojoExecutionException("the old version " + name + " cannot be had: " + e.getMessage(), e);
        }
        Contracts contracts = contracts(jar);
        Compilation compilation = release.compile(jar, goal.getLog());
        return compilation.hasErrors() ? successful(contracts.compile(), compilation) : compilation;
    }

    private static Compilation successful(Compilation second, Compilation first) {
        return second.hasErrors() ? first : second;
    }

    private void requireOther(String[] parts) throws MojoExecutionException {
        MavenProject project = goal.project;
        if (List.of(parts).equals(List.of(project.getGroupId(), project.getArtifactId(), project.getVersion()))) {
            throw new MojoExecutionException("the old version " + name + " is this project itself; " + FORMS);
        }
    }

    private Compilation path() throws MojoExecutionException {
        File file = new File(name);
        File there = file.isAbsolute() ? file : new File(goal.project.getBasedir(), name);
        if (!there.exists()) {
            throw new MojoExecutionException("there is no " + there + "; " + FORMS);
        }
        return contracts(there.toPath()).compile();
    }

    /** An old version without contracts is one that was named wrongly: everything would be compatible with it. */
    private Contracts contracts(Path path) throws MojoExecutionException {
        Contracts contracts = goal.contracts(List.of(path));
        if (contracts.isEmpty()) {
            throw new MojoExecutionException(
                    "the old version " + name + " holds no contracts: there is none in " + path);
        }
        return contracts;
    }
}
