package io.rpcidl.invoker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar that no build of ours would make, {@code com.example.NAME:library:1.0}. */
final class Artifact {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    Artifact with(String entry, String text) {
        return with(entry, text.getBytes(UTF_8));
    }

    Artifact with(String entry, byte[] content) {
        entries.put(entry, content);
        return this;
    }

    /** Puts it where all runs find it. */
    void install(String name) throws IOException {
        Path jar = place(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
    }

    /** Puts a jar there that is none. */
    static void install(String name, byte[] content) throws IOException {
        Files.write(place(name), content);
    }

    private static Path place(String name) throws IOException {
        Path folder = LocalRepository.shared().folder().resolve("com/example/" + name + "/library/1.0");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("library-1.0.pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example.%s</groupId>
                  <artifactId>library</artifactId>
                  <version>1.0</version>
                </project>
                """.formatted(name));
        return folder.resolve("library-1.0.jar");
    }
}
