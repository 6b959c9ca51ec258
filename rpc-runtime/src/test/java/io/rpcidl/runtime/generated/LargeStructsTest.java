package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hostile.large.Large;
import hostile.large.LargeServiceHandlerBase;
import hostile.large.Largest;
import hostile.large.TypeCodecs_.LargeCodec_;
import hostile.large.TypeCodecs_.LargestCodec_;
import io.rpcidl.json.Codec;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Objects with more members than a {@code long} has bits. */
class LargeStructsTest {

    private static final String REQUIRED = IntStream.range(0, 130)
            .filter(i -> i % 4 == 0)
            .mapToObj(i -> "'f" + i + "':" + i)
            .collect(Collectors.joining(","));

    @Test
    void allMembersAreReadAndWritten() {
        Large large = read(LargeCodec_.INSTANCE, "{" + REQUIRED + ",'f129':'last'}");
        assertEquals(128, large.f128());
        assertEquals("last", large.f129());
        assertEquals(7, large.f2());
        assertEquals(large, read(LargeCodec_.INSTANCE, write(LargeCodec_.INSTANCE, large)));
    }

    @Test
    void missingAndDuplicateMembersAreNoticedBeyond64() {
        refused(
                LargeCodec_.INSTANCE,
                "{" + REQUIRED.replace(",'f128':128", "") + "}",
                "missing required member 'f128'");
        refused(LargeCodec_.INSTANCE, "{'f64':1,'f0':1,'f64':2}", "/f64: duplicate member 'f64'");
        refused(LargeCodec_.INSTANCE, "{'f129':null,'f129':null}", "/f129: duplicate member 'f129'");
    }

    @Test
    void asManyAsAConstructorTakes() {
        Largest largest = Largest.builder().f0("first").f253("last").build();
        assertEquals("{'f0':'first','f253':'last'}", write(LargestCodec_.INSTANCE, largest));
        assertEquals(largest, read(LargestCodec_.INSTANCE, "{'f253':'last','f0':'first'}"));
    }

    @Test
    void parametersToo() {
        Codec<?> params = new LargeServiceHandlerBase() {}.definition_()
                .bindings()
                .get(0)
                .method()
                .params();
        String all = IntStream.range(0, 70).mapToObj(String::valueOf).collect(Collectors.joining(","));
        read(params, "[" + all + "]");
        read(params, "[" + all + ",'surplus']");
        refused(params, "[" + all.replace(",69", "") + "]", "missing required member 'p69'");
    }
}
