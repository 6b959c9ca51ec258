package io.rpcidl.cli;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.compat.BreakingOptions;
import io.rpcidl.idl.compat.Level;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.revision.GitRevision;
import io.rpcidl.idl.revision.VersionPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
        BreakingOptions options = understood(() -> new BreakingOptions(level, allowed, Set.of()));
        VersionPair versions = new VersionPair(before(), sources.compile());
        List<Diagnostic> errors = versions.errors();
        return report.printAll(
                errors.isEmpty() ? versions.changes(options) : errors,
                rpc.console().out());
    }

    private Compilation before() throws IOException {
        if (old.startsWith(GitRevision.PREFIX)) {
            String name = old.substring(GitRevision.PREFIX.length());
            GitRevision revision = understood(() -> new GitRevision(name));
            return Compiler.compile(revision.load(sources.roots(), sources.imports()));
        }
        Path path = Path.of(old);
        Sources.requireThere(path);
        return Compiler.compileRoots(List.of(path), sources.imports());
    }

    private static <T> T understood(Supplier<T> option) {
        try {
            return option.get();
        } catch (IllegalArgumentException e) {
            throw new Misuse(e.getMessage());
        }
    }
}
