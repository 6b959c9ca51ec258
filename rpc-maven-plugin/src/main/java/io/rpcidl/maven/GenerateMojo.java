package io.rpcidl.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compiles the contracts of {@code src/main/rpcidl} and generates Java from them, before the Java compiler runs. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {

    /** The folder of contracts. Where it does not exist there is nothing to do. */
    @Parameter(property = "rpcidl.sourceDirectory", defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** The folder that generated sources go to. Files there that the plugin did not write are left alone. */
    @Parameter(
            property = "rpcidl.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/rpcidl")
    private File outputDirectory;

    /** Makes the goal; Maven sets its parameters. */
    public GenerateMojo() {}

    @Override
    File sourceDirectory() {
        return sourceDirectory;
    }

    @Override
    File outputDirectory() {
        return outputDirectory;
    }

    @Override
    void addSourceRoot(String path) {
        project.addCompileSourceRoot(path);
    }
}
