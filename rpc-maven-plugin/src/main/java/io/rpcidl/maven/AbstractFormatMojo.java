package io.rpcidl.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What formatting and checking have in common: the files, each of which is looked at by itself. */
abstract class AbstractFormatMojo extends SkippableMojo {

    /** The folder of contracts. It need not exist. */
    @Parameter(property = "rpcidl.sourceDirectory", defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    /** The folder of contracts for tests. It need not exist. */
    @Parameter(property = "rpcidl.testSourceDirectory", defaultValue = "${project.basedir}/src/test/rpcidl")
    private File testSourceDirectory;

    @Override
    final void run() throws MojoFailureException {
        List<Path> folders = Stream.of(sourceDirectory, testSourceDirectory)
                .filter(File::isDirectory)
                .map(File::toPath)
                .toList();
        if (folders.isEmpty()) {
            sayNoFolder(sourceDirectory);
        } else {
            run(folders);
        }
    }

    /** Looks at all contracts of some folders, which are there. */
    abstract void run(List<Path> folders) throws MojoFailureException;
}
