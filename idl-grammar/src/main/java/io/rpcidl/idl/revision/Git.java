package io.rpcidl.idl.revision;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The git command, run in a folder. */
final class Git {

    private final Path folder;

    Git(Path folder) {
        this.folder = folder;
    }

    /** How it ended, and what it said. */
    record Answer(int exitCode, String output, String problems) {

        boolean isSuccess() {
            return exitCode == 0;
        }
    }

    /** Runs it, and returns what it printed; a message says what could not be had. */
    String orThrow(String wanted, String... arguments) throws IOException {
        Answer answer = run(arguments);
        if (!answer.isSuccess()) {
            String first = answer.problems().lines().findFirst().orElse("there is no such revision");
            throw new IOException("git cannot give " + wanted + " of " + folder + ": " + first);
        }
        return answer.output().strip();
    }

    Answer run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            forgetRepository(builder.environment());
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("the command git cannot be run: " + e.getMessage(), e);
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // git says little there: it fits into the pipe while the other one is read
        String problems = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(exitCode(process), output, problems);
    }

    /** A hook of git runs with the names of its repository, relative to another folder: which one it is the folder says. */
    static void forgetRepository(Map<String, String> environment) {
        environment.keySet().removeAll(Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"));
    }

    private static int exitCode(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while git was running");
        }
    }
}
