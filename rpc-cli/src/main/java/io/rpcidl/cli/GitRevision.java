package io.rpcidl.cli;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Contracts as a revision of a Git repository has them, read by the git command: whatever it takes for a revision is one
 * here. The working copy is not touched.
 */
final class GitRevision {

    private final String name;

    GitRevision(String name) {
        if (name.isEmpty() || name.startsWith("-")) {
            throw new Misuse("'" + name + "' is not a revision; for example git:main");
        }
        this.name = name;
    }

    /** Compiles some folders or files as they were in the revision, whatever they are now. */
    Compilation compile(List<Path> paths, List<Path> imports) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Path path : paths) {
            Loader.Result found = load(path);
            sources.addAll(found.sources());
            diagnostics.addAll(found.diagnostics());
        }
        Loader.Result libraries = Loader.load(List.of(), imports);
        diagnostics.addAll(libraries.diagnostics());
        return Compiler.compile(new Loader.Result(sources, libraries.libraries(), diagnostics));
    }

    private Loader.Result load(Path path) throws IOException {
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        Path top = Path.of(git(folder, "rev-parse", "--show-toplevel"));
        String prefix = git(folder, "rev-parse", "--show-prefix");
        Path archive = Files.createTempFile("rpc-breaking", ".zip");
        try {
            git(top, "archive", "--format=zip", "--output=" + archive, name + ":" + prefix);
            try (FileSystem within = FileSystems.newFileSystem(archive)) {
                boolean isFolder = Files.isDirectory(path);
                Path root = within.getPath(isFolder ? "/" : "/" + path.getFileName());
                String called = name + ":" + prefix;
                return Loader.loadAs(root, called.replaceAll("/$", ""));
            }
        } finally {
            Files.delete(archive);
        }
    }

    private String git(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new Misuse("the command git cannot be run: " + e.getMessage());
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        // git says little there: it fits into the pipe while the other one is read
        String problems = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            String first = problems.lines().findFirst().orElse("no message");
            throw new Misuse("git cannot give " + name + " of " + folder + ": " + first);
        }
        return output;
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Misuse("interrupted while git was running");
        }
    }
}
