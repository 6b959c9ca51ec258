package io.rpcidl.registry;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.json.MapKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers by service in a file, one JSON object. It is replaced as a whole, so that nobody finds half of it; several processes
 * may share it, and the last one that writes wins. What cannot be read or written is said in the log, and changes nothing else.
 */
final class ServersFile {

    private static final Logger LOG = LoggerFactory.getLogger(ServersFile.class);
    private static final JsonLimits LIMITS = new JsonLimits(64 * 1024 * 1024, 16);
    private static final Codec<Map<String, List<byte[]>>> CODEC =
            Codecs.map(MapKey.STRING, Codecs.list(Codecs.RAW)); // an entry that is broken spoils no other

    private final Path file;
    private final Map<String, List<Instance>> servers; // guarded by this
    private boolean dirty; // guarded by this

    ServersFile(Path file) {
        this.file = file;
        this.servers = new TreeMap<>(read(file));
    }

    /** Returns the servers of a service, none if it is not known. */
    synchronized List<Instance> get(String service) {
        return servers.getOrDefault(service, List.of());
    }

    /** Replaces the servers of a service; returns whether that is the first change that is not saved. */
    synchronized boolean put(String service, List<Instance> instances) {
        if (instances.isEmpty() || instances.equals(servers.put(service, List.copyOf(instances)))) {
            return false;
        }
        boolean first = !dirty;
        dirty = true;
        return first;
    }

    /** Writes the file if it has changed. */
    synchronized void save() {
        if (!dirty) {
            return;
        }
        dirty = false;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, file.getFileName().toString(), ".new");
            Files.write(next, json());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("the servers that are known cannot be written to {}: {}", file, e.toString());
        }
    }

    private byte[] json() {
        Map<String, List<byte[]>> raw = new TreeMap<>();
        servers.forEach((service, instances) ->
                raw.put(service, instances.stream().map(Instance::toJson).toList()));
        JsonWriter out = new JsonWriter(1_024, LIMITS);
        CODEC.write(out, raw);
        return out.toByteArray();
    }

    private static Map<String, List<Instance>> read(Path file) {
        Map<String, List<Instance>> servers = new TreeMap<>();
        try {
            if (Files.size(file) > LIMITS.maxBytes()) {
                throw new IOException("more than " + LIMITS.maxBytes() + " bytes");
            }
            byte[] text = Files.readAllBytes(file);
            CODEC.read(new JsonReader(text, 0, text.length, LIMITS))
                    .forEach((service, raw) -> servers.put(service, readable(raw, file)));
        } catch (NoSuchFileException e) {
            LOG.debug("{} will be made", file);
        } catch (IOException | JsonException e) {
            LOG.warn("{} holds no list of servers, and will be replaced: {}", file, e.getMessage());
        }
        return servers;
    }

    private static List<Instance> readable(List<byte[]> raw, Path file) {
        List<Instance> instances = new ArrayList<>();
        for (byte[] each : raw) {
            try {
                instances.add(Instance.fromJson(each));
            } catch (IllegalArgumentException e) {
                LOG.warn("{}: entry left out: {}", file, e.getMessage());
            }
        }
        return instances;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
