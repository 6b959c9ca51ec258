package resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a server has carried out, as a file for each method that is there even if the server is killed. */
final class Executions implements AutoCloseable {

    private final Path folder;
    private final int number;
    private final Map<String, FileChannel> files = new ConcurrentHashMap<>();

    Executions(Path folder, int number) {
        this.folder = folder;
        this.number = number;
    }

    /** Notes an execution down; the operating system has it when this returns. */
    void note(String method, long token) {
        try {
            FileChannel file = files.computeIfAbsent(method, this::open);
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(token).flip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel open(String method) {
        try {
            return FileChannel.open(
                    folder.resolve(method + "." + number), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how often each token was carried out by a method, on all servers that wrote to a folder. */
    static Map<Long, Integer> read(Path folder, String method) throws IOException {
        Map<Long, Integer> counts = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(method + "."))
                    .toList()) {
                ByteBuffer tokens = ByteBuffer.wrap(Files.readAllBytes(file));
                while (tokens.remaining() >= Long.BYTES) {
                    counts.merge(tokens.getLong(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** Returns how many tokens a method carried out more than once. */
    static long twice(Path folder, String method) throws IOException {
        return read(folder, method).values().stream().filter(count -> count > 1).count();
    }

    @Override
    public void close() throws IOException {
        for (FileChannel file : files.values()) {
            file.close();
        }
    }
}
