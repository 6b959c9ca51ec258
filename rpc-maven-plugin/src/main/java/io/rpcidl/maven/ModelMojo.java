package io.rpcidl.maven;

import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.NewFiles;
import io.rpcidl.codegen.model.ModelGenerator;
import io.rpcidl.idl.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes what the contracts of {@code src/main/rpcidl} mean as one JSON document, for generators and tools of one's own, which may
 * run in the same phase, after it.
 */
@Mojo(name = "model", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class ModelMojo extends MainContractsMojo {

    /** The file to write. If it is there already, it is replaced; if nothing has changed, it is not touched. */
    @Parameter(property = "rpcidl.model.outputFile", defaultValue = "${project.build.directory}/rpcidl/model.json")
    private File outputFile;

    /** Makes the goal; Maven sets its parameters. */
    public ModelMojo() {}

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (!hasContracts()) {
            return;
        }
        Compilation compilation = compiled();
        Generation generation =
                new ModelGenerator().generate(compilation.schema().orElseThrow(), compilation.packages());
        findings().require(generation.refusals(), false, where());
        write(generation.files().get(0).content());
    }

    private void write(String model) throws MojoExecutionException {
        if (outputFile.isDirectory()) {
            throw new MojoExecutionException("cannot write to " + outputFile + ": it is a folder");
        }
        try {
            new NewFiles(outputFile.getAbsoluteFile().getParentFile().toPath())
                    .overwrite(List.of(new GeneratedFile(outputFile.getName(), model)));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + outputFile + ": " + e.getMessage(), e);
        }
        editor().changed(outputFile);
    }
}
