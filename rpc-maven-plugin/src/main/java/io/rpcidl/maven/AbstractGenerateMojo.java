package io.rpcidl.maven;

import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.Generators;
import io.rpcidl.codegen.OutputDirectory;
import io.rpcidl.idl.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What generating for main and for test code have in common: compile all contracts of a folder; if there is a mistake,
 * say where, fail, and leave the output as it was; else bring the output up to date and add it to the sources.
 */
abstract class AbstractGenerateMojo extends AbstractMojo {

    private static final String JAVA = "java";

    /** The project that is built. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** Does nothing if it is true; what was generated before is still compiled. */
    @Parameter(property = "rpcidl.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Further folders whose contracts may be imported, beside those of the dependencies. Nothing is generated for them: the
     * Java of a contract that is imported comes from where the contract comes from.
     */
    @Parameter(property = "rpcidl.importDirectories")
    private List<File> importDirectories = List.of();

    /** What is generated: {@code java}, {@code model}, or what a generator among the plugin's own dependencies brings. */
    @Parameter(property = "rpcidl.target", defaultValue = JAVA)
    private String target = JAVA;

    /** What else the generator is told, name and value; that of Java has no options. */
    @Parameter
    private Map<String, String> options = Map.of();

    abstract File sourceDirectory();

    /** Returns what may be imported beside what parameters say: jars and folders. */
    abstract Stream<File> libraries();

    abstract File outputDirectory();

    /** Java is generated and is to be compiled: what it takes for that, and for others to import its contracts. */
    abstract void addSourceRoot(String path);

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Generating from contracts is skipped.");
            if (!outputDirectory().isDirectory()) {
                return;
            }
        } else if (sourceDirectory().isDirectory()) {
            write(generate(compile()));
        } else if (outputDirectory().isDirectory()) {
            write(List.of()); // there were contracts, and there are none any more
        } else {
            getLog().debug("No contracts: " + sourceDirectory() + " does not exist.");
            return;
        }
        if (target.equals(JAVA)) {
            addSourceRoot(outputDirectory().getPath());
        }
    }

    /** Returns the folder of a target, if nobody has named another: each has its own, for it deletes what is old there. */
    final File outputDirectory(File named, String folder) {
        String name = target.equals(JAVA) ? "rpcidl" : "rpcidl-" + target;
        return named == null ? new File(new File(project.getBuild().getDirectory(), folder), name) : named;
    }

    private Compilation compile() throws MojoFailureException {
        List<Path> libraries = Stream.concat(importDirectories.stream(), libraries())
                .map(File::toPath)
                .toList();
        return new Contracts(sourceDirectory().toPath(), getLog()).compile(libraries);
    }

    private List<GeneratedFile> generate(Compilation compilation) throws MojoExecutionException, MojoFailureException {
        Generation generation = generator().generate(compilation.schema().orElseThrow(), compilation.packages());
        new Contracts(sourceDirectory().toPath(), getLog()).requireNone(generation.refusals());
        return generation.files();
    }

    private Generator generator() throws MojoExecutionException {
        try {
            return Generators.open(target, options);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    /** Returns the files of dependencies that may hold contracts: jars, and folders of modules of the same build. */
    final Stream<File> dependencies() {
        return Contracts.dependencies(project);
    }

    private void write(List<GeneratedFile> files) throws MojoExecutionException {
        try {
            OutputDirectory.Changes changes =
                    new OutputDirectory(outputDirectory().toPath()).write(files);
            getLog().info("Generated sources: " + changes.written() + " written, " + changes.unchanged()
                    + " unchanged, " + changes.deleted() + " deleted.");
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + outputDirectory() + ": " + e, e);
        }
    }
}
