package io.rpcidl.cli;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.NewFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What --out names: files that their owner will edit go there, all of them or none, and never over something else but by --force. */
record OutFolder(Path path, boolean force) {

    void write(List<GeneratedFile> contracts) {
        List<Path> differing = tryWrite(contracts);
        if (!differing.isEmpty()) {
            StringBuilder names = new StringBuilder();
            differing.forEach(each -> names.append("\n  ").append(each));
            throw new Misuse(
                    "these files are there already and differ; nothing was written, --force overwrites them:" + names);
        }
    }

    private List<Path> tryWrite(List<GeneratedFile> contracts) {
        NewFiles files = new NewFiles(path);
        try {
            if (!force) {
                return files.write(contracts);
            }
            files.overwrite(contracts);
            return List.of();
        } catch (IOException e) {
            throw new Misuse("cannot write to " + path + ": " + e.getMessage());
        }
    }
}
