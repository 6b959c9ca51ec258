package io.rpcidl.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** When the files of a folder were written, by their paths. */
final class Times {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    private Times() {}

    static Map<String, FileTime> of(Path folder) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (Path file : files(folder)) {
            times.put(folder.relativize(file).toString().replace('\\', '/'), Files.getLastModifiedTime(file));
        }
        return times;
    }

    static Map<String, FileTime> setAllLongAgo(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
        return of(folder);
    }

    /** Returns the files, but for what the plugin remembers, that were written in between. */
    static List<String> changed(Map<String, FileTime> before, Map<String, FileTime> after) {
        return after.keySet().stream()
                .filter(each -> !each.startsWith("."))
                .filter(each -> !after.get(each).equals(before.get(each)))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
