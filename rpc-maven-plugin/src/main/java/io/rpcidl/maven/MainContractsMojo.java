package io.rpcidl.maven;

import io.rpcidl.idl.compile.Compilation;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What goals have in common that look at the contracts which a project offers to others, and generate nothing that is compiled. */
abstract class MainContractsMojo extends ContractsMojo {

    /** The folder of contracts. Where it does not exist there is nothing to do. */
    @Parameter(property = "rpcidl.sourceDirectory", defaultValue = "${project.basedir}/src/main/rpcidl")
    private File sourceDirectory;

    @Override
    final File sourceDirectory() {
        return sourceDirectory;
    }

    /** Compiles the contracts, says what is wrong, and fails for errors. */
    final Compilation compiled() throws MojoExecutionException, MojoFailureException {
        Compilation compilation = contracts().compile();
        findings().require(compilation.diagnostics(), false, where());
        return compilation;
    }
}
