package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.rpcidl.json.Patch;
import java.io.IOException;

/** A patch in a user's own class: its value, or {@code null}; an absent one counts as empty, so that it is left out. */
final class PatchSerializer extends JsonSerializer<Patch<?>> {

    @Override
    public void serialize(Patch<?> patch, JsonGenerator out, SerializerProvider provider) throws IOException {
        provider.defaultSerializeValue(patch.orNull(), out);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, Patch<?> patch) {
        return patch.isAbsent();
    }
}
