package io.rpcidl.json;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
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
 * Collections that nobody can change, in the order in which they were made. Those that hold no null and no collection that
 * somebody could change are frozen: that their class says so is the point, for what a codec has read need not be checked
 * and copied again when a record takes it.
 */
final class Frozen {

    private Frozen() {}

    /** Returns whether a collection can be taken as it is: at no depth can it be changed, or hold null. */
    static boolean is(Object collection) {
        return collection instanceof FrozenList || collection instanceof FrozenSet || collection instanceof FrozenMap;
    }

    /** Copies elements; collections among them are not copied. */
    static <T> List<T> list(Collection<? extends T> elements) {
        return own(elements.toArray());
    }

    /** Copies elements; collections among them are not copied. */
    static <T> Set<T> set(Collection<? extends T> elements) {
        return own(new LinkedHashSet<>(elements));
    }

    /** Copies entries; collections among the values are not copied. */
    static <K, V> Map<K, V> map(Map<? extends K, ? extends V> entries) {
        return own(new LinkedHashMap<>(entries));
    }

    /** Takes over an array that nobody else holds. */
    @SuppressWarnings("unchecked") // the caller says that they are of this type
    static <T> List<T> own(Object[] elements) {
        return areFixed(elements)
                ? new FrozenList<>(elements)
                : (List<T>) Collections.unmodifiableList(Arrays.asList(elements));
    }

    /** Returns a list's elements, which must not be changed: they may be those of the list itself. */
    static Object[] elements(List<?> list) {
        return list instanceof FrozenList<?> frozen ? frozen.elements : list.toArray();
    }

    /** Takes over a set that nobody else holds. */
    static <T> Set<T> own(LinkedHashSet<T> elements) {
        return areFixed(elements.toArray()) ? new FrozenSet<>(elements) : Collections.unmodifiableSet(elements);
    }

    /** Takes over a map that nobody else holds. */
    static <K, V> Map<K, V> own(LinkedHashMap<K, V> entries) {
        boolean fixed = areFixed(entries.values().toArray())
                && areFixed(entries.keySet().toArray());
        return fixed ? new FrozenMap<>(entries) : Collections.unmodifiableMap(entries);
    }

    /** Looks at a class once where all elements have the same: to ask whether it is a collection costs time. */
    private static boolean areFixed(Object[] elements) {
        Class<?> known = null;
        for (Object element : elements) {
            if (element == null) {
                return false;
            }
            if (element.getClass() != known) {
                boolean collection = element instanceof Collection || element instanceof Map;
                if (collection && !is(element)) {
                    return false;
                }
                known = element.getClass();
            }
        }
        return true;
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
