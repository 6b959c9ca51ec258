package io.rpcidl.maven;

import java.io.File;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** What all goals have in common: they do nothing if they are told so, and say what is wrong in the log and in an editor. */
abstract class SkippableMojo extends AbstractMojo {

    /** The project that is built. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Inject
    BuildContext buildContext;

    @Inject
    org.sonatype.plexus.build.incremental.BuildContext olderBuildContext;

    /** Leaves all goals out; what was generated before is still compiled. */
    @Parameter(property = "rpcidl.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        long start = System.nanoTime();
        if (isSkipped()) {
            getLog().info("Skipped: " + (skip ? "rpcidl.skip" : "maven.test.skip") + " is true.");
            evenIfSkipped();
        } else {
            run();
        }
        getLog().debug("Took " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms.");
    }

    boolean isSkipped() {
        return skip;
    }

    /** Does what the goal is for. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Does what has to be done all the same. */
    void evenIfSkipped() {}

    final Findings findings() {
        return new Findings(getLog(), editor());
    }

    final Editor editor() {
        return new Editor(buildContext, olderBuildContext);
    }

    /** Says that there is nothing to do; nobody wonders that a parent of modules has no contracts. */
    final void sayNoFolder(File folder) {
        String message = "No contracts: there is no folder " + folder + ".";
        if (project.getPackaging().equals("pom")) {
            getLog().debug(message);
        } else {
            getLog().info(message);
        }
    }
}
