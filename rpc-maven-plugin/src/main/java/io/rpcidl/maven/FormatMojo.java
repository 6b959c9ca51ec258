package io.rpcidl.maven;

import io.rpcidl.idl.format.ContractFormatting;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Rewrites the contracts of {@code src/main/rpcidl} and {@code src/test/rpcidl} in the one style there is, and names those that
 * change. One with a syntax error stays as it is, and fails the build after the others were rewritten.
 */
@Mojo(name = "format", defaultPhase = LifecyclePhase.PROCESS_SOURCES, threadSafe = true)
public final class FormatMojo extends AbstractFormatMojo {

    /** Makes the goal; Maven sets its parameters. */
    public FormatMojo() {}

    @Override
    void run(List<Path> folders) throws MojoFailureException {
        ContractFormatting.Result result = ContractFormatting.rewrite(folders);
        for (String name : result.changed()) {
            getLog().info("Formatted " + name);
            editor().changed(new File(name));
        }
        findings().require(result.diagnostics(), false, "contracts, which stay as they are");
    }
}
