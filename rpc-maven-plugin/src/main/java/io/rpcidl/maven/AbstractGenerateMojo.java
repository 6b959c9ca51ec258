package io.rpcidl.maven;

import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.Generators;
import io.rpcidl.codegen.Inputs;
import io.rpcidl.codegen.OutputDirectory;
import io.rpcidl.idl.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * What generating for main and for test code have in common. If nothing has changed since the last run there is nothing to do; else all
 * contracts of a folder are compiled. If there is a mistake, it says where, fails, and leaves the output as it was; else the output
 * is brought up to date. In any case it is added to the sources.
 */
abstract class AbstractGenerateMojo extends ContractsMojo {

    private static final String JAVA = "java";

    /** What is generated: {@code java}, {@code model}, or what a generator among the plugin's own dependencies brings. */
    @Parameter(property = "rpcidl.target", defaultValue = JAVA)
    private String target = JAVA;

    /** What else the generator is told, name and value; that of Java has no options. */
    @Parameter
    private Map<String, String> options = Map.of();

    /** What changes with the plugin. */
    private String code = PluginCode.identity();

    abstract File outputDirectory();

    /** Java is generated and is to be compiled: what it takes for that, and for others to import its contracts. */
    abstract void addSourceRoot(String path);

    /** Some contracts are gone, or different; their paths below the folder. */
    void contractsChanged(List<String> paths) throws IOException {}

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        requireOwnOutput();
        OutputDirectory output = output();
        try {
            if (hasContracts()) {
                update(output);
            } else if (output.isKnown()) {
                write(output, new Generation(List.of(), List.of()), new Inputs(), true); // there were contracts once
            } else {
                return;
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + outputDirectory() + ": " + e.getMessage(), e);
        }
        evenIfSkipped();
    }

    /** Two that write to one folder would delete each other's files, in every build. */
    private void requireOwnOutput() throws MojoExecutionException {
        String key = "rpcidl writes to " + outputDirectory().getAbsolutePath();
        Object other = project.getContextValue(key);
        if (other != null && !other.equals(sourceDirectory())) {
            throw new MojoExecutionException("the contracts of " + other + " and of " + sourceDirectory()
                    + " are both generated into " + outputDirectory()
                    + ", and would delete each other's files: give one of the executions another output folder");
        }
        project.setContextValue(key, sourceDirectory());
    }

    /** What is in a folder of sources goes into a jar of sources: what is remembered does not belong there. */
    private OutputDirectory output() {
        Path folder = outputDirectory().toPath().toAbsolutePath().normalize();
        Path build = Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
        boolean cleaned = folder.startsWith(build);
        Path state = build.resolve("rpcidl-state")
                .resolve((cleaned ? build : folder.getRoot()).relativize(folder).toString());
        // 'clean' deletes what is remembered and must not forget files that stay
        return OutputDirectory.remembering(folder, cleaned ? state : folder, state);
    }

    @Override
    final void evenIfSkipped() {
        if (target.equals(JAVA) && outputDirectory().isDirectory()) {
            addSourceRoot(outputDirectory().getPath());
        }
    }

    /** Returns the folder of a target, if nobody has named another: each has its own, for it deletes what is old there. */
    final File outputDirectory(File named, String folder) {
        String name = target.equals(JAVA) ? "rpcidl" : "rpcidl-" + target;
        return named == null ? new File(new File(project.getBuild().getDirectory(), folder), name) : named;
    }

    private void update(OutputDirectory output) throws IOException, MojoExecutionException, MojoFailureException {
        Contracts contracts = contracts();
        if (contracts.isEmpty()) {
            getLog().warn("There is no contract, no file *.rpcidl, in " + sourceDirectory() + ".");
        }
        editor().forget(contracts.files()); // also if a mistake is undone, and all is as it was
        contracts.fetchIfBefore(output.inputs(), getLog());
        List<String> reasons = contracts.isReadable()
                ? output.outdated(inputs(contracts))
                : List.of("there are contracts that cannot be read");
        if (reasons.isEmpty()) {
            getLog().info("Generated sources are up to date.");
            return;
        }
        reasons.forEach(each -> getLog().debug("Generating: " + each));
        Generator generator = generator();
        Compilation compilation = contracts.compile();
        findings().require(compilation.diagnostics(), false, where());
        Generation generation = generator.generate(compilation.schema().orElseThrow(), compilation.packages());
        findings().require(generation.refusals(), false, where());
        // what an editor shows is taken away by the next run, which then has to find it again
        boolean shown = editor().isThere() && !compilation.diagnostics().isEmpty();
        write(output, generation, inputs(contracts), !shown);
    }

    private Inputs inputs(Contracts contracts) {
        Inputs inputs = new Inputs().with("target", target).with("the plugin", code);
        options().forEach((name, value) -> inputs.with("option " + name, value));
        contracts.describe(inputs);
        return inputs;
    }

    /** An element without a text is read as null by Maven. */
    private Map<String, String> options() {
        Map<String, String> given = new TreeMap<>();
        options.forEach((name, value) -> given.put(name, value == null ? "" : value));
        return given;
    }

    private Generator generator() throws MojoExecutionException {
        try {
            return Generators.open(target, options());
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private void write(OutputDirectory output, Generation generation, Inputs inputs, boolean remembered)
            throws IOException {
        List<String> outdated = Contracts.outdated(output.inputs(), inputs);
        OutputDirectory.Changes changes = output.write(generation.files(), remembered ? inputs : new Inputs());
        if (target.equals(JAVA)) {
            contractsChanged(outdated);
        }
        editor().changed(outputDirectory());
        getLog().info("Generated sources: " + changes.written() + " written, " + changes.unchanged() + " unchanged, "
                + changes.deleted() + " deleted.");
    }
}
