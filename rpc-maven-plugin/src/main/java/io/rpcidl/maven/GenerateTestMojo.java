package io.rpcidl.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compiles the contracts of {@code src/test/rpcidl} and generates Java from them, for tests alone. They may import the
 * contracts of {@code src/main/rpcidl} and of the project's dependencies.
 */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends AbstractGenerateMojo {

    /** The folder of contracts. Where it does not exist there is nothing to do. */
    @Parameter(property = "rpcidl.testSourceDirectory", defaultValue = "${project.basedir}/src/test/rpcidl")
    private File testSourceDirectory;

    /**
     * The folder that generated sources go to; default {@code target/generated-test-sources/rpcidl}, with
     * {@code -TARGET} behind it where that is not Java. Files there that the plugin did not write are left alone.
     */
    @Parameter(property = "rpcidl.testOutputDirectory")
    private File testOutputDirectory;

    /** Leaves this goal out, as Maven's own leave out what tests need; what was generated before is still compiled. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    /** Makes the goal; Maven sets its parameters. */
    public GenerateTestMojo() {}

    @Override
    File sourceDirectory() {
        return testSourceDirectory;
    }

    @Override
    File outputDirectory() {
        return outputDirectory(testOutputDirectory, "generated-test-sources");
    }

    @Override
    boolean isSkipped() {
        return super.isSkipped() || skipTests;
    }

    @Override
    Scopes scopes() {
        return Scopes.TEST;
    }

    @Override
    Stream<Path> ownFolders() {
        return SourceFolders.ofMain(project, session).stream().filter(Files::isDirectory);
    }

    @Override
    void addSourceRoot(String path) {
        project.addTestCompileSourceRoot(path);
    }
}
