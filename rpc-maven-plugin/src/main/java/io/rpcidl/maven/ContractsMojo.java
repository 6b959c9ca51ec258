package io.rpcidl.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.build.BuildContext;

/** What goals that work on the contracts of a project have in common: which those are, and what they may import. */
abstract class ContractsMojo extends AbstractMojo {

    /** The project that is built. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** The build, with its other modules. */
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Inject
    ProjectDependenciesResolver resolver;

    @Inject
    BuildContext editor;

    /** Does nothing if it is true; what was generated before is still compiled. */
    @Parameter(property = "rpcidl.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Further folders whose contracts may be imported, beside those of the dependencies. Nothing is generated for them: the
     * Java of a contract that is imported comes from where the contract comes from.
     */
    @Parameter(property = "rpcidl.importDirectories")
    private List<File> importDirectories = List.of();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        long start = System.nanoTime();
        if (skip) {
            getLog().info("Skipped: rpcidl.skip is true.");
            skipped();
        } else {
            run();
        }
        getLog().debug("Took " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms.");
    }

    /** Does what the goal is for. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Does what has to be done all the same. */
    void skipped() {}

    /** Returns the folder of the contracts, which need not exist. */
    abstract File sourceDirectory();

    /** Returns which dependencies may be imported from. */
    Scopes scopes() {
        return Scopes.MAIN;
    }

    /** Returns folders of this project that may be imported from. */
    Stream<Path> ownFolders() {
        return Stream.empty();
    }

    final Contracts contracts() {
        return contracts(List.of(sourceDirectory().toPath()));
    }

    /** Reads other contracts than those of the folder, with what the project's may import. */
    final Contracts contracts(List<Path> roots) {
        Siblings siblings = new Siblings(project, session, scopes());
        List<Path> folders = Stream.of(
                        importDirectories.stream().map(File::toPath), ownFolders(), siblings.folders().stream())
                .flatMap(each -> each)
                .toList();
        getLog().debug("Contracts of " + roots + " may import those of " + folders + ", and of jars if need be.");
        return new Contracts(roots, folders, new Jars(resolver, project, session, siblings, scopes()));
    }

    final Findings findings() {
        return new Findings(getLog(), editor);
    }

    /** Returns whether there is a folder of contracts; says so if there is none where one would be expected. */
    final boolean hasContracts() {
        boolean there = sourceDirectory().isDirectory();
        if (!there) {
            String text = "No contracts: there is no folder " + sourceDirectory() + ".";
            if (project.getPackaging().equals("pom")) {
                getLog().debug(text);
            } else {
                getLog().info(text);
            }
        }
        return there;
    }
}
