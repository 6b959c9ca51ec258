package io.rpcidl.maven;

import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.Generators;
import io.rpcidl.codegen.Inputs;
import io.rpcidl.codegen.OutputDirectory;
import io.rpcidl.idl.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

    /** Some contracts are there no more; their paths below the folder. */
    void contractsGone(List<String> paths) throws IOException {}

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        boolean there = hasContracts();
        if (!there && !outputDirectory().isDirectory()) {
            return;
        }
        OutputDirectory output = new OutputDirectory(outputDirectory().toPath());
        try {
            if (there) {
                update(output);
            } else {
                write(output, new Generation(List.of(), List.of()), new Inputs()); // there were contracts once
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + outputDirectory() + ": " + e.getMessage(), e);
        }
        skipped();
    }

    @Override
    final void skipped() {
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
        contracts.fetchIfBefore(output.inputs(), getLog());
        List<String> reasons = output.outdated(inputs(contracts));
        if (reasons.isEmpty()) {
            getLog().info("Generated sources are up to date.");
            return;
        }
        reasons.forEach(each -> getLog().debug("Generating: " + each));
        Generator generator = generator();
        Findings findings = findings();
        findings.forget(contracts.files());
        Compilation compilation = contracts.compile();
        findings.require(compilation.diagnostics(), false, where());
        Generation generation = generator.generate(compilation.schema().orElseThrow(), compilation.packages());
        findings.require(generation.refusals(), false, where());
        write(output, generation, inputs(contracts));
    }

    private String where() {
        return "the contracts of " + sourceDirectory();
    }

    private Inputs inputs(Contracts contracts) {
        Inputs inputs = new Inputs().with("target", target).with("the plugin", code);
        options.forEach((name, value) -> inputs.with("option " + name, value));
        contracts.describe(inputs);
        return inputs;
    }

    private Generator generator() throws MojoExecutionException {
        try {
            return Generators.open(target, options);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    private void write(OutputDirectory output, Generation generation, Inputs inputs) throws IOException {
        List<String> now = Contracts.paths(inputs);
        List<String> gone = Contracts.paths(output.inputs()).stream()
                .filter(each -> !now.contains(each))
                .toList();
        OutputDirectory.Changes changes = output.write(generation.files(), inputs);
        if (target.equals(JAVA)) {
            contractsGone(gone);
        }
        findings().changed(outputDirectory());
        getLog().info("Generated sources: " + changes.written() + " written, " + changes.unchanged() + " unchanged, "
                + changes.deleted() + " deleted.");
    }
}
