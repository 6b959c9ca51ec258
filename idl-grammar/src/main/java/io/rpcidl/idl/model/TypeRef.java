package io.rpcidl.idl.model;

/** A type as it is used by a field, a parameter or a result. */
public sealed interface TypeRef
        permits Builtin, TypeRef.Nullable, TypeRef.ListOf, TypeRef.SetOf, TypeRef.MapOf, TypeRef.Named {

    /** A value that may be absent: {@code T?} as a result, or as an element of a container ({@code null} on the wire). */
    record Nullable(TypeRef type) implements TypeRef {
        @Override
        public String toString() {
            return type + "?";
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

    /** {@code map<K, V>}, which keeps its order. The compiler has checked that the key can be written as text. */
    record MapOf(TypeRef key, TypeRef value) implements TypeRef {
        @Override
        public String toString() {
            return "map<" + key + ", " + value + ">";
        }
    }

    /** A declared struct, enum or error; {@link Schema#type} follows the name. */
    record Named(QualifiedName name) implements TypeRef {
        @Override
        public String toString() {
            return name.toString();
        }
    }
}
