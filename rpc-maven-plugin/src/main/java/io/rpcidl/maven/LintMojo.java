package io.rpcidl.maven;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.lint.LintOptions;
import io.rpcidl.idl.lint.Linter;
import io.rpcidl.idl.lint.Tier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what in the contracts of {@code src/main/rpcidl} is allowed but better otherwise, and fails the build for it. What is
 * meant to be is accepted in the contract, with a reason: {@code @lint.allow("RI1014", "as in the old system")}.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends MainContractsMojo {

    /** Which rules: {@code minimal}, {@code standard} or {@code strict}. */
    @Parameter(property = "rpcidl.lint.tier", defaultValue = "standard")
    private String tier = "standard";

    /** Codes of rules that are off, such as {@code RI1014}; those of breaking changes, {@code RI2…}, are for the goal {@code breaking}. */
    @Parameter(property = "rpcidl.lint.allow")
    private Set<String> allow = Set.of();

    /** Codes of rules that are on whatever the tier. */
    @Parameter(property = "rpcidl.lint.also")
    private Set<String> also = Set.of();

    /** Whether findings fail the build; else they are only logged. */
    @Parameter(property = "rpcidl.lint.fail", defaultValue = "true")
    private boolean fail = true;

    /** Makes the goal; Maven sets its parameters. */
    public LintMojo() {}

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        LintOptions options = options();
        if (!hasContracts()) {
            return;
        }
        Compilation compilation = compiled();
        List<Diagnostic> findings = Linter.lint(compilation.schema().orElseThrow(), options).stream()
                .filter(each -> compilation.isOwn(each.span().file()))
                .toList();
        findings().require(findings, fail, where());
    }

    private LintOptions options() throws MojoExecutionException {
        try {
            return new LintOptions(Tier.valueOf(tier.toUpperCase(Locale.ROOT)), Codes.without(allow, "RI2"), also);
        } catch (IllegalArgumentException e) {
            boolean known =
                    Stream.of(Tier.values()).anyMatch(each -> each.toString().equalsIgnoreCase(tier));
            throw new MojoExecutionException(
                    known ? e.getMessage() : "rpcidl.lint.tier is minimal, standard or strict, not '" + tier + "'");
        }
    }
}
