package io.rpcidl.maven;

import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.NewFiles;
import io.rpcidl.idl.thrift.ThriftImport;
import io.rpcidl.idl.thrift.ThriftImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Turns Apache Thrift's {@code .thrift} files, with all that they include, into contracts, which are yours from then on. What could
 * not carry over is said in a comment of the contract. It is called once, by hand, and needs no project.
 */
@Mojo(name = "import", requiresProject = false, aggregator = true, threadSafe = true)
public final class ImportMojo extends SkippableMojo {

    /** The {@code .thrift} files. */
    @Parameter(property = "rpcidl.import.files")
    private List<File> files = List.of();

    /** Folders in which included files are looked for that are not beside the file that includes them. */
    @Parameter(property = "rpcidl.import.includes")
    private List<File> includes = List.of();

    /** The folder of contracts, to write to; default {@code src/main/rpcidl}. */
    @Parameter(property = "rpcidl.sourceDirectory")
    private File sourceDirectory;

    /** Where the command stands, or the project. */
    @Parameter(defaultValue = "${basedir}", readonly = true)
    private File basedir;

    /** Overwrites files that are there already and differ; else nothing is written if there is one. */
    @Parameter(property = "rpcidl.import.force", defaultValue = "false")
    private boolean force;

    /** Makes the goal; Maven sets its parameters. */
    public ImportMojo() {}

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (files.isEmpty()) {
            throw new MojoExecutionException(
                    "which files? For example -Drpcidl.import.files=shop.thrift,orders.thrift");
        }
        Path output = output();
        for (File each : (Iterable<File>) Stream.of(files, includes).flatMap(List::stream)::iterator) {
            if (!each.exists()) {
                throw new MojoExecutionException(each + " is not there");
            }
        }
        ThriftImport found = ThriftImporter.importFiles(paths(files), paths(includes));
        findings().require(found.diagnostics(), false, "what is to be imported");
        write(
                output,
                found.contracts().stream()
                        .map(each -> new GeneratedFile(each.path(), each.text()))
                        .toList());
    }

    /** A parent of modules has no contracts: that they go there was meant by nobody. */
    private Path output() throws MojoExecutionException {
        if (sourceDirectory != null) {
            return sourceDirectory.toPath();
        }
        if (!project.getModules().isEmpty()) {
            throw new MojoExecutionException("this is the parent of modules: say where contracts are to go, by"
                    + " -Drpcidl.sourceDirectory=MODULE/src/main/rpcidl");
        }
        return basedir.toPath().resolve("src/main/rpcidl");
    }

    private void write(Path output, List<GeneratedFile> contracts) throws MojoExecutionException, MojoFailureException {
        NewFiles target = new NewFiles(output);
        try {
            if (force) {
                target.overwrite(contracts);
            } else {
                requireNone(target.write(contracts));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + output + ": " + e.getMessage(), e);
        }
        for (GeneratedFile each : contracts) {
            getLog().info("Wrote " + output.resolve(each.path()));
        }
        editor().changed(output.toFile());
    }

    private static void requireNone(List<Path> differing) throws MojoFailureException {
        if (!differing.isEmpty()) {
            throw new MojoFailureException("these files are there already and differ; nothing was written,"
                    + " -Drpcidl.import.force overwrites them:\n  "
                    + differing.stream().map(Path::toString).collect(Collectors.joining("\n  ")));
        }
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
