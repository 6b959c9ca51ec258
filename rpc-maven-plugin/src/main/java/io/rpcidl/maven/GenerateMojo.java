package io.rpcidl.maven;

import io.rpcidl.idl.compile.Loader;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles the contracts of {@code src/main/rpcidl} and generates Java, or another target, before the Java compiler
 * runs. They may import contracts of the project's dependencies. With Java the contracts themselves go into the project's jar,
 * below {@code META-INF/rpcidl}, where other projects find them.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {

    /** The folder of contracts. Where it does not exist there is nothing to do. */
    @Parameter(property = "rpcidl.sourceDirectory", defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /**
     * The folder that generated sources go to; default {@code target/generated-sources/rpcidl}, with
     * {@code -TARGET} behind it where that is not Java. Files there that the plugin did not write are left alone.
     */
    @Parameter(property = "rpcidl.outputDirectory")
    private File outputDirectory;

    /** Makes the goal; Maven sets its parameters. */
    public GenerateMojo() {}

    @Override
    File sourceDirectory() {
        return sourceDirectory;
    }

    @Override
    File outputDirectory() {
        return outputDirectory(outputDirectory, "generated-sources");
    }

    @Override
    void addSourceRoot(String path) {
        project.addCompileSourceRoot(path);
        Resource contracts = new Resource();
        contracts.setDirectory(sourceDirectory.getPath());
        contracts.addInclude("**/*.rpcidl");
        contracts.setTargetPath(Loader.IN_JARS);
        if (project.getResources().stream().noneMatch(each -> isSame(each, contracts))) { // the goal may run twice
            project.addResource(contracts);
        }
    }

    private static boolean isSame(Resource one, Resource other) {
        return one.getDirectory().equals(other.getDirectory())
                && other.getTargetPath().equals(one.getTargetPath());
    }

    @Override
    void contractsChanged(List<String> paths) throws IOException {
        new ShippedContracts(project).delete(paths);
    }
}
