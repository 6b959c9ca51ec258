package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.stub.DynamicStub;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Calls without stubs over Jackson's tree model; numbers with a fraction are kept exactly, as {@code DecimalNode}. */
public final class JacksonTrees implements Codec<JsonNode> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JacksonTrees() {}

    /** Makes a stub whose JSON is Jackson's trees. */
    public static DynamicStub<JsonNode> stub(Channel channel) {
        return new DynamicStub<>(channel, new JacksonTrees());
    }

    @Override
    public void write(JsonWriter out, JsonNode value) {
        try {
            byte[] json = MAPPER.writeValueAsBytes(value);
            out.raw(json, 0, json.length);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // a tree that cannot be written is a bug of its node classes
        }
    }

    @Override
    public JsonNode read(JsonReader in) {
        byte[] json = in.rawValue(); // checked by our reader: strict, within the limits
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
