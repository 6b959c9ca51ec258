package io.rpcidl.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Names, each with a mark that is another one if what the name stands for has changed: lines of a text, the mark first. */
final class Marks {

    /** The mark of a file that is not there. */
    static final String NONE = "-";

    private static final String BETWEEN = "  ";

    private Marks() {}

    /**
     * Returns the length and two checksums of a text, which no change leaves as they are unless it is made to. A run that has nothing to
     * do would spend most of its time in SHA-256, for the JVM has just been started and compiles nothing yet.
     */
    static String ofText(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        CRC32 first = new CRC32();
        first.update(bytes);
        CRC32C second = new CRC32C();
        second.update(bytes, 0, bytes.length);
        return bytes.length + "-" + Long.toHexString(first.getValue()) + "-" + Long.toHexString(second.getValue());
    }

    /** Returns size and time of a file: to read all that was generated would take longer than all else that a run does. */
    static String ofFile(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + "-" + attributes.lastModifiedTime().toMillis();
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }

    static String print(SortedMap<String, String> marks) {
        StringBuilder text = new StringBuilder();
        marks.forEach(
                (name, mark) -> text.append(mark).append(BETWEEN).append(name).append('\n'));
        return text.toString();
    }

    /** Reads lines; those that are none are passed over. */
    static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> marks = new TreeMap<>();
        for (String line : text.split("\n")) {
            int end = line.indexOf(BETWEEN);
            if (end > 0) {
                marks.put(line.substring(end + BETWEEN.length()), line.substring(0, end));
            }
        }
        return marks;
    }
}
