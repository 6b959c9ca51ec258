package io.rpcidl.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collections of generated types, which nobody can change: copies in the order of what is copied, made unless it is known
 * that nobody can change that either. For generated code.
 */
public final class Copies {

    private Copies() {}

    /** Copies a list; no element may be null. */
    public static <T> List<T> copy(List<T> list) {
        return Frozen.is(list) ? list : Frozen.list(checked(list));
    }

    /** Copies a list whose elements may be null. */
    public static <T> List<@Nullable T> copyNullable(List<@Nullable T> list) {
        return Frozen.is(list) ? list : Frozen.list(list);
    }

    /** Copies a list of collections: the operator copies each of them. */
    public static <T extends @Nullable Object> List<T> copyEach(List<T> list, UnaryOperator<T> copy) {
        return Frozen.is(list) ? list : Frozen.list(list.stream().map(copy).collect(Collectors.toList()));
    }

    /** Copies a set and keeps its order; no element may be null. */
    public static <T> Set<T> copy(Set<T> set) {
        return Frozen.is(set) ? set : Frozen.set(checked(set));
    }

    /** Copies a set of collections: the operator copies each of them. */
    public static <T extends @Nullable Object> Set<T> copyEach(Set<T> set, UnaryOperator<T> copy) {
        return Frozen.is(set) ? set : Frozen.set(set.stream().map(copy).collect(Collectors.toList()));
    }

    /** Copies a map and keeps its order; no key and no value may be null. */
    public static <K, V> Map<K, V> copy(Map<K, V> map) {
        if (Frozen.is(map)) {
            return map;
        }
        checked(map.keySet());
        checked(map.values());
        return Frozen.map(map);
    }

    /** Copies a map whose values may be null, and keeps its order. */
    public static <K, V> Map<K, @Nullable V> copyNullable(Map<K, @Nullable V> map) {
        if (Frozen.is(map)) {
            return map;
        }
        checked(map.keySet());
        return Frozen.map(map);
    }

    /** Copies a map of collections: the operator copies each of them. */
    public static <K, V extends @Nullable Object> Map<K, V> copyEach(Map<K, V> map, UnaryOperator<V> copy) {
        if (Frozen.is(map)) {
            return map;
        }
        Map<K, V> copies = new LinkedHashMap<>();
        checked(map.keySet()).forEach(key -> copies.put(key, copy.apply(map.get(key))));
        return Frozen.map(copies);
    }

    /** Copies a map of which keys or values are collections: the operators copy each of them. */
    public static <K, V extends @Nullable Object> Map<K, V> copyBoth(
            Map<K, V> map, UnaryOperator<K> key, UnaryOperator<V> value) {
        if (Frozen.is(map)) {
            return map;
        }
        Map<K, V> copies = new LinkedHashMap<>();
        map.forEach((k, v) -> copies.put(key.apply(Objects.requireNonNull(k, "null element")), value.apply(v)));
        return Frozen.map(copies);
    }

    /** Returns a set in the order of its elements. */
    public static <T extends @Nullable Object> Set<T> setOf(List<T> elements) {
        return copy(new LinkedHashSet<>(elements));
    }

    /** Returns a map in the order of its entries. */
    @SafeVarargs
    public static <K, V extends @Nullable Object> Map<K, V> mapOf(Map.Entry<K, V>... entries) {
        Map<K, V> map = new LinkedHashMap<>();
        for (Map.Entry<K, V> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return Frozen.map(map);
    }

    /** Returns a list of an array's elements. */
    public static List<Boolean> listOf(boolean... elements) {
        List<Boolean> list = new ArrayList<>(elements.length);
        for (boolean element : elements) {
            list.add(element);
        }
        return List.copyOf(list);
    }

    /** Returns a list of an array's elements. */
    public static List<Integer> listOf(int... elements) {
        return Arrays.stream(elements).boxed().toList();
    }

    /** Returns a list of an array's elements. */
    public static List<Long> listOf(long... elements) {
        return Arrays.stream(elements).boxed().toList();
    }

    /** Returns a list of an array's elements. */
    public static List<Float> listOf(float... elements) {
        List<Float> list = new ArrayList<>(elements.length);
        for (float element : elements) {
            list.add(element);
        }
        return List.copyOf(list);
    }

    /** Returns a list of an array's elements. */
    public static List<Double> listOf(double... elements) {
        return Arrays.stream(elements).boxed().toList();
    }

    private static <T> Collection<T> checked(Collection<T> elements) {
        for (T element : elements) {
            Objects.requireNonNull(element, "null element");
        }
        return elements;
    }
}
