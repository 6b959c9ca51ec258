package io.rpcidl.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside a call's parameters: authorisation, trace context and the like. At most 64 entries; a key is 1 to
 * 64 characters of {@code a-z 0-9 . _ -}. Immutable, keeps its order. Values are never printed by {@link #toString}.
 *
 * <pre>{@code
 * Catalog traced = catalog.with(CallOptions.DEFAULT.withMetadata("tenant", "acme"));
 * String tenant = ServerCall.current().metadata().get("tenant"); // in the handler
 * }</pre>
 */
public final class Metadata {

    /** No entries. */
    public static final Metadata EMPTY = new Metadata(Map.of());

    /** How many entries there may be. */
    public static final int MAX_ENTRIES = 64;

    private static final Pattern KEY = Pattern.compile("[a-z0-9._-]{1,64}");

    private final Map<String, String> entries;

    private Metadata(Map<String, String> entries) {
        this.entries = entries;
    }

    /** Copies a map. Fails with {@link IllegalArgumentException} for too many entries or a bad key. */
    public static Metadata of(Map<String, String> entries) {
        if (entries.isEmpty()) {
            return EMPTY;
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("metadata of more than " + MAX_ENTRIES + " entries");
        }
        for (String key : entries.keySet()) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("metadata key not of [a-z0-9._-]{1,64}");
            }
        }
        return new Metadata(Collections.unmodifiableMap(new LinkedHashMap<>(entries)));
    }

    /** Returns metadata with one entry more, or another value for its key. */
    public Metadata with(String key, String value) {
        Map<String, String> copy = new LinkedHashMap<>(entries);
        copy.put(key, value);
        return of(copy);
    }

    /** Returns these entries, overridden by others. */
    public Metadata merge(Metadata others) {
        if (others.isEmpty() || isEmpty()) {
            return others.isEmpty() ? this : others;
        }
        Map<String, String> copy = new LinkedHashMap<>(entries);
        copy.putAll(others.entries);
        return of(copy);
    }

    /** Returns the value of a key, or null. */
    public @Nullable String get(String key) {
        return entries.get(key);
    }

    /** Returns whether there are no entries. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns the entries, unmodifiable. */
    public Map<String, String> asMap() {
        return entries;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metadata metadata && entries.equals(metadata.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** Returns the keys alone: values may be secrets. */
    @Override
    public String toString() {
        return "Metadata" + entries.keySet();
    }
}
