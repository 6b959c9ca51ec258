package io.rpcidl.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.ser.Serializers;
import io.rpcidl.json.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Teaches an {@code ObjectMapper} all generated types and {@code JsonValue}, {@code Bytes} and {@code Patch}: it reads and
 * writes the JSON that stubs and servers do, anywhere within a user's own classes, in trees and as keys of maps. Found by
 * {@code findAndRegisterModules()}. What is not such JSON is a {@code JsonMappingException} that names the place by a
 * JSON pointer.
 */
public final class RpcidlModule extends Module {

    /** Makes a module; one may be registered with any number of mappers. */
    public RpcidlModule() {}

    @Override
    public String getModuleName() {
        return "rpcidl";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new Writers());
        context.addKeySerializers(new KeyWriters());
        context.addDeserializers(new Readers());
        context.addKeyDeserializers((type, config, bean) -> BoundCodec.keyReader(type.getRawClass()));
        context.configOverride(Patch.class) // an absent one is no member, a null one is
                .setIncludeAsProperty(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, null));
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean) {
            return Patch.class.isAssignableFrom(type.getRawClass())
                    ? new PatchSerializer()
                    : BoundCodec.writer(type.getRawClass());
        }
    }

    private static final class KeyWriters extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean) {
            return BoundCodec.keyWriter(type.getRawClass());
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return type.hasRawClass(Patch.class)
                    ? new PatchDeserializer(type.containedTypeOrUnknown(0))
                    : BoundCodec.reader(type.getRawClass());
        }

        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription bean) {
            return BoundCodec.reader(type);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type == Patch.class || BoundCodec.reader(type) != null;
        }
    }
}
