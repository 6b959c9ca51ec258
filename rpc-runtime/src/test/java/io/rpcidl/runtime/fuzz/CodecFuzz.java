package io.rpcidl.runtime.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonException.Kind;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.testing.StrictJackson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import testing.everything.CallsHandlerBase;
import testing.everything.TypeCodecs_.EverythingCodec_;

/**
 * Of any bytes whatsoever a generated codec makes a value or a {@link JsonException}. A value is written as JSON, read again
 * as the same, and written as the same bytes; what is JSON is never called broken. The contract is
 * {@code testing/everything.rpcidl}. Not run by the build, which has {@link FuzzRegressionTest}, but by {@code .ci/fuzz}.
 */
class CodecFuzz {

    private static final List<Codec<?>> CODECS = codecs();

    @FuzzTest(maxDuration = "10m")
    void fuzz(byte[] bytes) {
        check(bytes);
    }

    static void check(byte[] document) {
        for (Codec<?> codec : CODECS) {
            check(codec, document);
        }
    }

    private static <T> void check(Codec<T> codec, byte[] document) {
        T value;
        try {
            value = read(codec, document);
        } catch (JsonException e) {
            require(!e.getMessage().isBlank(), "refused without a reason");
            require(e.kind() != Kind.SYNTAX || !isJson(document), "JSON, but refused: " + e.getMessage());
            return;
        }
        byte[] written = write(codec, value);
        String text = new String(written, StandardCharsets.UTF_8);
        require(StrictJackson.read(written).isPresent(), "written as no JSON: " + text);
        T again = read(codec, written);
        require(value == null ? again == null : value.equals(again), "written as " + text + ", which is another value");
        require(Arrays.equals(written, write(codec, again)), "written once as " + text + ", then otherwise");
    }

    private static List<Codec<?>> codecs() {
        List<Codec<?>> codecs = new ArrayList<>(List.of(EverythingCodec_.INSTANCE));
        for (ServiceDefinition.Binding<?, ?> each :
                new CallsHandlerBase() {}.definition_().bindings()) {
            codecs.add(each.method().params());
            codecs.add(each.method().result());
        }
        return codecs;
    }

    private static boolean isJson(byte[] document) {
        try {
            JsonReader in = new JsonReader(document);
            in.skipValue();
            in.end();
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private static <T> T read(Codec<T> codec, byte[] document) {
        JsonReader in = new JsonReader(document);
        T value = codec.read(in);
        in.end();
        return value;
    }

    private static <T> byte[] write(Codec<T> codec, T value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return out.toByteArray();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
