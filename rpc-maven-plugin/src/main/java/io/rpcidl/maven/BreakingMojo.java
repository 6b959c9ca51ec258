package io.rpcidl.maven;

import io.rpcidl.idl.compat.BreakingOptions;
import io.rpcidl.idl.compat.Level;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.Severity;
import io.rpcidl.idl.revision.VersionPair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/**
 * Fails the build if the contracts of {@code src/main/rpcidl} break those who have an older version of them. A change that is meant
 * to be is accepted in the contract, with a reason: {@code @breaking.allow("RI2020", "nobody uses it")}.
 */
@Mojo(name = "breaking", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class BreakingMojo extends MainContractsMojo {

    /**
     * The old version, which has to be named: an artifact, {@code GROUP:ARTIFACT:VERSION}, which is resolved as dependencies are; a
     * folder or a jar; or {@code git:REVISION} for the same folder as it was then, which takes the git command. Where a revision
     * has no contracts there is nothing to compare, which is a warning.
     */
    @Parameter(property = "rpcidl.breaking.against")
    private String against;

    /** What counts: {@code wire} (programs that talk to each other) or {@code source} (also users' Java). */
    @Parameter(property = "rpcidl.breaking.level", defaultValue = "source")
    private String level = "source";

    /** Codes of changes that are accepted everywhere, such as {@code RI2020}; those of lint rules, {@code RI1…}, are for {@code lint}. */
    @Parameter(property = "rpcidl.breaking.allow")
    private Set<String> allow = Set.of();

    /** Whether breaking changes fail the build; else they are only logged. */
    @Parameter(property = "rpcidl.breaking.fail", defaultValue = "true")
    private boolean fail = true;

    @Inject
    RepositorySystem repositories;

    /** Makes the goal; Maven sets its parameters. */
    public BreakingMojo() {}

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (!hasContracts()) {
            return;
        }
        BreakingOptions options = options();
        Optional<Compilation> before = new OldVersion(against, this).compile();
        if (before.isEmpty()) {
            getLog().warn("There is nothing to compare with: " + against + " has no contracts in " + sourceDirectory()
                    + ".");
            return;
        }
        VersionPair versions = new VersionPair(before.get(), contracts().compile());
        findings().require(versions.errors(), false, where() + " or in their old version, " + against);
        report(versions.changes(options));
    }

    private void report(List<Diagnostic> changes) throws MojoFailureException {
        findings()
                .print(
                        fail
                                ? changes
                                : changes.stream().map(BreakingMojo::warning).toList());
        if (fail && !changes.isEmpty()) {
            throw new MojoFailureException(
                    (changes.size() == 1 ? "1 breaking change" : changes.size() + " breaking changes") + " in "
                            + where() + " since " + against + ", see above");
        }
    }

    /** What fails nothing is no error, neither for people nor for an editor. */
    private static Diagnostic warning(Diagnostic change) {
        return new Diagnostic(
                Severity.WARNING, change.code(), change.message(), change.span(), change.related(), change.help());
    }

    private BreakingOptions options() throws MojoExecutionException {
        try {
            return new BreakingOptions(
                    Level.valueOf(level.toUpperCase(Locale.ROOT)), Codes.without(allow, "RI1"), Set.of());
        } catch (IllegalArgumentException e) {
            boolean known =
                    Stream.of(Level.values()).anyMatch(each -> each.toString().equalsIgnoreCase(level));
            throw new MojoExecutionException(
                    known ? e.getMessage() : "rpcidl.breaking.level is wire or source, not '" + level + "'");
        }
    }
}
