package io.rpcidl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a generator is expected to write, or to say; {@code -Dgolden.update=true} rewrites it. */
public final class Golden {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** Compares one file, or writes it. */
    public static void check(Path file, String actual) {
        try {
            if (UPDATE) {
                Files.writeString(file, actual);
            }
            String expected = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
            assertEquals(expected, actual, file + " (rewrite with -Dgolden.update=true)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares all files of a folder, or writes them. */
    static void check(Path folder, List<GeneratedFile> actual) {
        try {
            if (UPDATE) {
                write(folder, actual);
            }
            Map<String, String> expected = read(folder);
            Map<String, String> files = actual.stream()
                    .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content, (a, b) -> a, TreeMap::new));
            String hint = " of " + folder + " (rewrite with -Dgolden.update=true)";
            assertEquals(String.join("\n", expected.keySet()), String.join("\n", files.keySet()), "the files" + hint);
            expected.forEach((path, content) -> assertEquals(content, files.get(path), path + hint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : paths.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(each).toString().replace('\\', '/');
                files.put(path, Files.readString(each).replace("\r\n", "\n"));
            }
        }
        return files;
    }

    private static void write(Path folder, List<GeneratedFile> files) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        for (GeneratedFile file : files) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content());
        }
    }
}
