package io.rpcidl.cli;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.codegen.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes files that their owner will edit: all of them or none, and never over something else. */
final class NewFiles {

    private final Path folder;
    private final boolean force;

    NewFiles(Path folder, boolean force) {
        this.folder = folder;
        this.force = force;
    }

    void write(List<GeneratedFile> files) {
        try {
            tryWrite(files);
        } catch (IOException e) { // whose message is often the path alone
            throw new Misuse("cannot write to " + folder + ": " + e);
        }
    }

    private void tryWrite(List<GeneratedFile> files) throws IOException {
        StringBuilder differing = new StringBuilder();
        for (GeneratedFile file : files) {
            Path target = folder.resolve(file.path());
            if (!force && Files.exists(target) && !Files.readString(target).equals(file.content())) {
                differing.append("\n  ").append(target);
            }
        }
        if (differing.length() > 0) {
            throw new Misuse("these files are there already and differ; nothing was written, --force overwrites them:"
                    + differing);
        }
        for (GeneratedFile file : files) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content());
        }
    }
}
