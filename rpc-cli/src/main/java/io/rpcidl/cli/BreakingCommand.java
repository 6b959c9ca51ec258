package io.rpcidl.cli;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.compat.BreakingChanges;
import io.rpcidl.idl.compat.BreakingOptions;
import io.rpcidl.idl.compat.Level;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Compares contracts with an older version of them. */
@Command(
        name = "breaking",
        description = {
            "Says what a new version of contracts breaks for those who have the old one.",
            "OLD is a folder, a file or a jar; or git:REVISION for the same paths as they were then, with the git command."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc breaking --against git:main src/main/rpcidl",
            "  rpc breaking --against shop-1.4.jar src/main/rpcidl",
            "  rpc breaking --level wire --against old/ new/"
        })
final class BreakingCommand implements Callable<Integer> {

    private static final String GIT = "git:";

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Sources sources;

    @Mixin
    private Report report;

    @Option(names = "--against", required = true, paramLabel = "OLD", description = "The old version.")
    private String old;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "source",
            description = "What counts: wire (programs that talk to each other) or source (also users' Java)."
                    + " Default: ${DEFAULT-VALUE}.")
    private Level level;

    @Option(
            names = "--allow",
            paramLabel = "CODE",
            description = "A kind of change that is accepted everywhere; may be given more than once.")
    private Set<String> allowed = new HashSet<>();

    @Override
    public Integer call() throws IOException {
        allowed.forEach(BreakingCommand::requireKnown);
        Compilation after = sources.compile();
        Compilation before = old.startsWith(GIT) ? revision() : Compiler.compileRoots(oldRoots(), sources.imports());
        PrintStream out = rpc.console().out();
        if (before.hasErrors() || after.hasErrors()) {
            List<Diagnostic> errors = new ArrayList<>(before.diagnostics());
            errors.addAll(after.diagnostics());
            errors.removeIf(each -> !each.isError());
            return report.printAll(errors, out);
        }
        BreakingOptions options = new BreakingOptions(level, allowed, libraries(before));
        List<Diagnostic> changes = BreakingChanges.between(
                before.schema().orElseThrow(), after.schema().orElseThrow(), options);
        return report.printAll(changes, out);
    }

    /** What others have declared is theirs to check. */
    private static Set<String> libraries(Compilation compilation) {
        Set<String> names = new HashSet<>();
        compilation.schema().orElseThrow().packages().forEach(each -> names.add(each.name()));
        names.removeAll(compilation.own());
        return names;
    }

    private List<Path> oldRoots() {
        Path path = Path.of(old);
        Sources.requireThere(path);
        return List.of(path);
    }

    private Compilation revision() throws IOException {
        return new GitRevision(old.substring(GIT.length())).compile(sources.roots(), sources.imports());
    }

    private static void requireKnown(String code) {
        boolean known = code.startsWith("RI2")
                && Arrays.stream(Code.values()).anyMatch(each -> each.id().equals(code));
        if (!known) {
            throw new Misuse("there is no breaking change of code '" + code + "'");
        }
    }
}
