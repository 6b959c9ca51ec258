package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of a project, to be changed and built. */
final class Build {

    /** Where Java goes if nobody says another place. */
    static final String GENERATED = "target/generated-sources/rpcidl";

    private final Path root;
    private final Maven maven;
    private SortedMap<String, FileTime> remembered = new TreeMap<>();

    /** Copies a project to a folder, whatever was there before. */
    Build(Path root, String project, Maven maven) throws IOException {
        this.root = root;
        this.maven = maven;
        Place.delete(root);
        Files.createDirectories(root.getParent());
        Place.copy(Place.PROJECTS.resolve(project), root);
        // with a folder of this name Maven looks no further up, where it would find ours
        Files.createDirectories(root.resolve(".mvn"));
    }

    private Build(Maven maven, Path root) {
        this.root = root;
        this.maven = maven;
    }

    /** Returns the same copy, built in another way. */
    Build with(Maven other) {
        return new Build(other, root);
    }

    Maven maven() {
        return maven;
    }

    Run run(String... arguments) throws IOException {
        Path log = Files.createTempFile(root.getParent(), root.getFileName() + "-", ".log");
        return maven.run(root, log, List.of(arguments));
    }

    /** Runs git in the copy, as somebody. */
    Build git(String... arguments) throws IOException {
        List<String> line =
                new ArrayList<>(List.of("git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"));
        line.addAll(List.of(arguments));
        Process git = new ProcessBuilder(line)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.onExit().join().exitValue(), () -> String.join(" ", line) + "\n" + output);
        return this;
    }

    Path path(String path) {
        return root.resolve(path);
    }

    Build write(String path, String text) throws IOException {
        Files.createDirectories(path(path).getParent());
        Files.writeString(path(path), text);
        return this;
    }

    Build delete(String path) throws IOException {
        Place.delete(path(path));
        return this;
    }

    String text(String path) throws IOException {
        return Files.readString(path(path));
    }

    /** Changes a text that is there. */
    Build replace(String path, String old, String now) throws IOException {
        String text = text(path);
        assertTrue(text.contains(old), text);
        return write(path, text.replace(old, now));
    }

    boolean has(String path) {
        return Files.exists(path(path));
    }

    /** Returns the files below a folder, in order, but for those whose names begin with a dot. */
    List<String> files(String folder) throws IOException {
        Path below = path(folder);
        if (!Files.exists(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> !each.getFileName().toString().startsWith("."))
                    .map(each -> below.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Remembers when the files below a folder were written. */
    Build remember(String folder) throws IOException {
        remembered = times(folder);
        return this;
    }

    /** Returns the files below a folder that were written since it was remembered. */
    List<String> written(String folder) throws IOException {
        SortedMap<String, FileTime> now = times(folder);
        now.entrySet().removeAll(remembered.entrySet());
        return List.copyOf(now.keySet());
    }

    private SortedMap<String, FileTime> times(String folder) throws IOException {
        SortedMap<String, FileTime> times = new TreeMap<>();
        for (String file : files(folder)) {
            times.put(file, Files.getLastModifiedTime(path(folder).resolve(file)));
        }
        return times;
    }
}
