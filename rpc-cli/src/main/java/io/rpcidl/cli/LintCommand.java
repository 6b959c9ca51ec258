package io.rpcidl.cli;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.lint.LintOptions;
import io.rpcidl.idl.lint.Linter;
import io.rpcidl.idl.lint.Tier;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what in contracts is allowed but better otherwise. */
@Command(
        name = "lint",
        description = {
            "Says what in contracts is allowed but better otherwise.",
            "Rules come in tiers. A finding that is meant to be is accepted in the contract, with a reason:"
                    + " @lint.allow(\"RI1014\", \"as in the old system\")."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc lint src/main/rpcidl",
            "  rpc lint --tier strict --allow RI1014 src/main/rpcidl",
            "  rpc lint --tier minimal --also RI1040 shop.rpcidl"
        })
final class LintCommand implements Callable<Integer> {

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Sources sources;

    @Mixin
    private Report report;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            defaultValue = "standard",
            description = "Which rules: minimal, standard or strict. Default: ${DEFAULT-VALUE}.")
    private Tier tier;

    @Option(names = "--allow", paramLabel = "CODE", description = "A rule that is off; may be given more than once.")
    private Set<String> allowed = new HashSet<>();

    @Option(
            names = "--also",
            paramLabel = "CODE",
            description = "A rule that is on whatever the tier; may be given more than once.")
    private Set<String> also = new HashSet<>();

    @Override
    public Integer call() {
        LintOptions options = options();
        Compilation compilation = sources.compile();
        PrintStream out = rpc.console().out();
        if (compilation.hasErrors()) {
            return report.printAll(compilation.diagnostics(), out);
        }
        List<Diagnostic> findings = new ArrayList<>(compilation.diagnostics());
        findings.addAll(Linter.lint(compilation.schema().orElseThrow(), options));
        findings.removeIf(each -> !compilation.isOwn(each.span().file()));
        findings.sort(Diagnostic.ORDER);
        return report.printAll(findings, out);
    }

    private LintOptions options() {
        try {
            return new LintOptions(tier, allowed, also);
        } catch (IllegalArgumentException e) {
            throw new Misuse(e.getMessage());
        }
    }
}
