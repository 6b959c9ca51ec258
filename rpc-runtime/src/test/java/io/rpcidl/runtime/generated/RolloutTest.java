package io.rpcidl.runtime.generated;

import static io.rpcidl.runtime.generated.Json.read;
import static io.rpcidl.runtime.generated.Json.refused;
import static io.rpcidl.runtime.generated.Json.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.rollout.GoneException;
import golden.rollout.Item;
import golden.rollout.TypeCodecs_.GoneCodec_;
import golden.rollout.TypeCodecs_.ItemCodec_;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RolloutTest {

    @Test
    void whoBuildsItMustSetIt() {
        Item.Builder builder = Item.builder().id("1").sku(new UUID(1, 2)).tags(List.of());
        IllegalStateException refusal = assertThrows(IllegalStateException.class, builder::build);
        assertEquals("Item: required 'count' is not set", refusal.getMessage());
        same(
                ItemCodec_.INSTANCE,
                builder.count(3).build(),
                "{'id':'1','sku':'00000000-0000-0001-0000-000000000002','count':3,'tags':[]}");
    }

    @Test
    void whoReadsItMayMissIt() {
        Item old = new Item("1", null, null, null, null);
        same(ItemCodec_.INSTANCE, old, "{'id':'1'}");
        assertEquals(old, read(ItemCodec_.INSTANCE, "{'id':'1','sku':null,'count':null,'tags':null}"));
        assertThrows(IllegalStateException.class, () -> old.toBuilder().build());
        refused(ItemCodec_.INSTANCE, "{'sku':null}", "missing required member 'id'");
    }

    @Test
    void ofErrorsToo() {
        assertNull(read(GoneCodec_.INSTANCE, "{}").since());
        GoneException.Builder builder = GoneException.builder("gone");
        assertThrows(IllegalStateException.class, builder::build);
    }
}
