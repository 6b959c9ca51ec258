package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import io.rpcidl.json.Patch;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A patch in a user's own class: Jackson asks apart for what is absent, and for what is {@code null}. */
final class PatchDeserializer extends JsonDeserializer<Patch<?>> implements ContextualDeserializer {

    private final JavaType valueType;
    private final @Nullable JsonDeserializer<?> value;

    PatchDeserializer(JavaType valueType) {
        this(valueType, null);
    }

    private PatchDeserializer(JavaType valueType, @Nullable JsonDeserializer<?> value) {
        this.valueType = valueType;
        this.value = value;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new PatchDeserializer(valueType, context.findContextualValueDeserializer(valueType, property));
    }

    @Override
    public Patch<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        Object read = value == null ? context.readValue(in, valueType) : value.deserialize(in, context);
        return Patch.ofNullable(read);
    }

    @Override
    public Patch<?> getNullValue(DeserializationContext context) {
        return Patch.ofNull();
    }

    @Override
    public Patch<?> getAbsentValue(DeserializationContext context) {
        return Patch.absent();
    }
}
