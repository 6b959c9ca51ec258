package io.rpcidl.runtime.json;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collections that nobody can change any more, nor anything they hold, in the order in which they were made. That their
 * class says so is the point: what a codec has read need not be copied again when a record takes it.
 */
public final class Frozen {

    private Frozen() {}

    /** Returns whether a collection was made here. */
    public static boolean is(Object collection) {
        return collection instanceof FrozenList || collection instanceof FrozenSet || collection instanceof FrozenMap;
    }

    /** Copies elements that nobody can change. */
    public static <T> List<T> list(Collection<? extends T> elements) {
        return new FrozenList<>(elements.toArray());
    }

    /** Takes over a set of elements that nobody can change. */
    static <T> Set<T> own(LinkedHashSet<T> elements) {
        return new FrozenSet<>(elements);
    }

    /** Takes over a map of keys and values that nobody can change. */
    static <K, V> Map<K, V> own(LinkedHashMap<K, V> entries) {
        return new FrozenMap<>(entries);
    }

    /** Copies elements that nobody can change. */
    public static <T> Set<T> set(Collection<? extends T> elements) {
        return new FrozenSet<>(new LinkedHashSet<>(elements));
    }

    /** Copies keys and values that nobody can change. */
    public static <K, V> Map<K, V> map(Map<? extends K, ? extends V> entries) {
        return new FrozenMap<>(new LinkedHashMap<>(entries));
    }

    private static final class FrozenList<T> extends AbstractList<T> implements RandomAccess {

        private final Object[] elements;

        FrozenList(Object[] elements) {
            this.elements = elements;
        }

        @Override
        @SuppressWarnings("unchecked") // the array was made of elements of this type
        public T get(int index) {
            return (T) elements[index];
        }

        @Override
        public int size() {
            return elements.length;
        }
    }

    private static final class FrozenSet<T> extends AbstractSet<T> {

        private final Set<T> elements;

        FrozenSet(LinkedHashSet<T> elements) {
            this.elements = Collections.unmodifiableSet(elements);
        }

        @Override
        public Iterator<T> iterator() {
            return elements.iterator();
        }

        @Override
        public int size() {
            return elements.size();
        }

        @Override
        public boolean contains(@Nullable Object element) {
            return elements.contains(element);
        }
    }

    private static final class FrozenMap<K, V> extends AbstractMap<K, V> {

        private final Map<K, V> entries;

        FrozenMap(LinkedHashMap<K, V> entries) {
            this.entries = Collections.unmodifiableMap(entries);
        }

        @Override
        public Set<Entry<K, V>> entrySet() {
            return entries.entrySet();
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            return entries.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return entries.containsKey(key);
        }
    }
}
