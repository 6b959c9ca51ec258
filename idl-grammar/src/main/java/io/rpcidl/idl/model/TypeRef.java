package io.rpcidl.idl.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as it is used by a field, a parameter or a result. Aliases are gone: the type that they stand for is here. The
 * layers stand in one order: {@link Nullable} outside, then {@link Constrained}, then the type itself.
 */
public sealed interface TypeRef
        permits Builtin,
                TypeRef.Nullable,
                TypeRef.Constrained,
                TypeRef.Encoded,
                TypeRef.ListOf,
                TypeRef.SetOf,
                TypeRef.MapOf,
                TypeRef.Named {

    /** Returns the type below {@link Nullable} and {@link Constrained}. */
    default TypeRef plain() {
        return this;
    }

    /** A value that may be absent: {@code T?} as a result, or as an element of a container ({@code null} on the wire). */
    record Nullable(TypeRef type) implements TypeRef {
        @Override
        public TypeRef plain() {
            return type.plain();
        }

        @Override
        public String toString() {
            return type + "?";
        }
    }

    /**
     * A type with constraints.
     *
     * @param type neither nullable nor constrained
     * @param constraints at least one, at most one of each kind, in the order of the contract
     */
    record Constrained(TypeRef type, List<Constraint> constraints) implements TypeRef {
        /** Copies the constraints. */
        public Constrained {
            constraints = List.copyOf(constraints);
        }

        @Override
        public TypeRef plain() {
            return type;
        }

        @Override
        public String toString() {
            return type + constraints.stream().map(each -> " " + each).collect(Collectors.joining());
        }
    }

    /**
     * {@code int64 @encode("string")}: a number that is a string in JSON, as browsers lose digits above 2^53.
     *
     * @param type {@link Builtin#INT64}
     */
    record Encoded(Builtin type) implements TypeRef {
        @Override
        public String toString() {
            return type + " @encode(\"string\")";
        }
    }

    /** {@code list<T>}. */
    record ListOf(TypeRef element) implements TypeRef {
        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /** {@code set<T>}, which keeps its order. */
    record SetOf(TypeRef element) implements TypeRef {
        @Override
        public String toString() {
            return "set<" + element + ">";
        }
    }

    /**
     * {@code map<K, V>}, which keeps its order.
     *
     * @param entries whether it is a list of entries on the wire, {@code [{"key":...,"value":...}]}: {@code @entries}. The
     *     compiler has checked that the key of any other map can be written as text.
     */
    record MapOf(TypeRef key, TypeRef value, boolean entries) implements TypeRef {
        @Override
        public String toString() {
            return "map<" + key + ", " + value + ">" + (entries ? " @entries" : "");
        }
    }

    /** A declared struct, enum, union, error or newtype; {@link Schema#type} follows the name. */
    record Named(QualifiedName name) implements TypeRef {
        @Override
        public String toString() {
            return name.toString();
        }
    }
}
