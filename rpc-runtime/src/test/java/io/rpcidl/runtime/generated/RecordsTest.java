package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.recursive.Tree;
import golden.service.Shop;
import golden.struct.Inner;
import golden.struct.Nested;
import golden.struct.Optional;
import golden.struct.TypeCodecs_.NestedCodec_;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Structs, and the parameters of methods, as Java values. */
class RecordsTest {

    @Test
    void aRequiredPartThatIsNotSetIsNamedByTheContract() {
        assertMissing(
                "Inner: required 'value' is not set", () -> Inner.builder().build());
        assertMissing(
                "SearchRequest: required 'text' is not set",
                () -> Shop.SearchRequest.builder().limit(1).build());
        assertMissing(
                "Inner: required 'value' is not set",
                () -> new Inner("x").toBuilder().value(null).build());
    }

    @Test
    void theConstructorRefusesNullToo() {
        assertEquals(
                "value",
                assertThrows(NullPointerException.class, () -> new Inner(null)).getMessage());
        assertThrows(NullPointerException.class, () -> new Tree("x", null, null, null));
        assertThrows(NullPointerException.class, () -> new Tree("x", null, Arrays.asList((Tree) null), null));
    }

    @Test
    void aBuilderCanBeUsedAgainAndStartsWithTheValuesOfARecord() {
        Tree tree = Tree.builder().value("a").build();
        Tree.Builder builder = tree.toBuilder();
        assertEquals(tree, builder.build());
        assertEquals("b", builder.value("b").build().value());
        assertEquals("a", tree.value());
        assertNotSame(tree, tree.toBuilder().build());
    }

    @Test
    void collectionsAreCopiesThatKeepTheirOrder() {
        List<Integer> items = new ArrayList<>(List.of(3, 1, 2));
        Set<String> tags = new LinkedHashSet<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 99; i >= 0; i--) {
            tags.add("t" + i);
            counts.put("k" + i, (long) i);
        }
        Optional value =
                Optional.builder().items(items).tags(tags).counts(counts).build();
        List<String> orderOfTags = List.copyOf(tags);
        List<String> orderOfCounts = List.copyOf(counts.keySet());
        items.clear();
        tags.clear();
        counts.clear();
        assertEquals(List.of(3, 1, 2), value.items());
        assertEquals(orderOfTags, List.copyOf(value.tags()));
        assertEquals(orderOfCounts, List.copyOf(value.counts().keySet()));
    }

    @Test
    void collectionsCannotBeChanged() {
        Optional value = Optional.builder()
                .items(List.of(1))
                .tags(Set.of("a"))
                .counts(Map.of("a", 1L))
                .build();
        assertThrows(UnsupportedOperationException.class, () -> value.items().add(2));
        assertThrows(UnsupportedOperationException.class, () -> value.tags().add("b"));
        assertThrows(UnsupportedOperationException.class, () -> value.counts().put("b", 2L));
        Nested nested = Json.read(
                golden.struct.TypeCodecs_.NestedCodec_.INSTANCE,
                "{'gaps':[null],'holes':{'a':null},'deep':{'1':[[]]},'byDay':{},'yes':{}}");
        assertThrows(UnsupportedOperationException.class, () -> nested.gaps().add(1));
        assertThrows(UnsupportedOperationException.class, () -> nested.holes().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> nested.deep().get(1).clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> nested.matrix().get(0).clear());
    }

    @Test
    void collectionsWithinCollectionsAreCopiesToo() {
        List<Double> row = new ArrayList<>(List.of(1.0));
        List<Set<UUID>> sets = new ArrayList<>(List.of(new LinkedHashSet<>(List.of(new UUID(1, 2)))));
        Nested nested = nested(List.of(row), Map.of(1, sets));
        Nested same = nested(List.of(List.of(1.0)), Map.of(1, List.of(Set.of(new UUID(1, 2)))));
        row.add(2.0);
        sets.get(0).clear();
        sets.clear();
        assertEquals(same, nested);
        assertThrows(
                UnsupportedOperationException.class,
                () -> nested.matrix().get(0).add(2.0));
        assertThrows(
                UnsupportedOperationException.class,
                () -> nested.deep().get(1).get(0).clear());
        assertThrows(NullPointerException.class, () -> nested(Arrays.asList((List<Double>) null), Map.of()));
    }

    @Test
    void collectionsThatNobodyCanChangeAreNotCopiedAgain() {
        Nested nested = nested(List.of(List.of(1.0)), Map.of());
        assertSame(nested.matrix(), nested.toBuilder().build().matrix());
        assertSame(nested.byDay(), nested.toBuilder().build().byDay());
    }

    @Test
    void aListThatHoldsNullIsRefusedWhereNoneMayBe() {
        Nested made = nested(List.of(), Map.of());
        Nested read = Json.read(NestedCodec_.INSTANCE, "{'gaps':[1,null],'holes':{},'deep':{},'byDay':{},'yes':{}}");
        for (Nested each : List.of(made, read)) {
            Optional.Builder builder = Optional.builder().items(each.gaps());
            assertThrows(NullPointerException.class, builder::build);
        }
    }

    private static Nested nested(List<List<Double>> matrix, Map<Integer, List<Set<UUID>>> deep) {
        return Nested.builder()
                .gaps(Arrays.asList(1, null))
                .holes(Map.of())
                .deep(deep)
                .matrix(matrix)
                .byDay(Map.of())
                .yes(Map.of())
                .build();
    }

    private static void assertMissing(String message, org.junit.jupiter.api.function.Executable build) {
        assertEquals(message, assertThrows(IllegalStateException.class, build).getMessage());
    }
}
