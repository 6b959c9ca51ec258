package io.rpcidl.maven;

import io.rpcidl.idl.format.ContractFormatting;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build if a contract of {@code src/main/rpcidl} or {@code src/test/rpcidl} is not as the goal {@code format} would write
 * it, and names all of them.
 */
@Mojo(name = "check-format", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckFormatMojo extends AbstractFormatMojo {

    /** Makes the goal; Maven sets its parameters. */
    public CheckFormatMojo() {}

    @Override
    void run(List<Path> folders) throws MojoFailureException {
        ContractFormatting.Result result = ContractFormatting.check(folders);
        List<String> unformatted = result.changed();
        if (unformatted.isEmpty()) {
            findings().require(result.diagnostics(), false, "contracts, which cannot be formatted");
            return;
        }
        findings().print(result.diagnostics());
        throw new MojoFailureException(
                (unformatted.size() == 1 ? "1 contract is" : unformatted.size() + " contracts are")
                        + " not formatted; 'mvn rpcidl:format' puts that right:\n  "
                        + String.join("\n  ", unformatted));
    }
}
