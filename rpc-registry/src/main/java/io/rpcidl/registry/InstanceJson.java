package io.rpcidl.registry;

import io.rpcidl.json.Codec;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.json.MapKey;
import io.rpcidl.transport.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Instances as JSON: in registries that keep bytes, and in files. Fields that are not known are skipped. */
final class InstanceJson {

    private static final Codec<List<String>> SERVICES = Codecs.list(Codecs.STRING);
    private static final Codec<Map<String, String>> METADATA = Codecs.map(MapKey.STRING, Codecs.STRING);

    private InstanceJson() {}

    static byte[] write(Instance instance) {
        JsonWriter out = new JsonWriter();
        out.beginObject();
        out.name("id").string(instance.id());
        out.name("host").string(instance.endpoint().host());
        out.name("port").int32(instance.endpoint().port());
        String address = instance.endpoint().address();
        if (address != null) {
            out.name("address").string(address);
        }
        SERVICES.write(out.name("services"), instance.services());
        METADATA.write(out.name("metadata"), new TreeMap<>(instance.metadata()));
        out.endObject();
        return out.toByteArray();
    }

    static Instance read(byte[] json) {
        String id = null;
        String host = null;
        int port = 0;
        String address = null;
        List<String> services = List.of();
        Map<String, String> metadata = Map.of();
        try {
            JsonReader in = new JsonReader(json);
            for (String key = in.firstKey(); key != null; key = in.nextKey()) {
                switch (key) {
                    case "id" -> id = in.string();
                    case "host" -> host = in.string();
                    case "port" -> port = in.int32();
                    case "address" -> address = in.string();
                    case "services" -> services = SERVICES.read(in);
                    case "metadata" -> metadata = METADATA.read(in);
                    default -> in.skipValue();
                }
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException("not a server's JSON: " + e.getMessage(), e);
        }
        return new Instance(present("id", id), new Endpoint(present("host", host), port, address), services, metadata);
    }

    private static String present(String field, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("a server without '" + field + "'");
        }
        return value;
    }
}
