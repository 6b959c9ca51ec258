package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.TypeRef;

/** How messages say that a type is another one. */
final class TypeWords {

    private TypeWords() {}

    /** Returns a clause such as {@code is 'int64', it was 'int32'}. */
    static String change(TypeStep step) {
        String now = text(step.after());
        String old = text(step.before());
        if (now.equals(old)) {
            now = full(step.after().core());
            old = full(step.before().core());
        }
        boolean all = step.outermost();
        return (all ? "is '" : "contains '") + now + (all ? "', it was '" : "', it contained '") + old + "'";
    }

    private static String text(TypeLayers type) {
        return TypeText.of(type.core()) + (type.nullable() ? "?" : "");
    }

    /** Two types of the same simple name are told apart by their packages. */
    private static String full(TypeRef type) {
        return type instanceof TypeRef.Named named ? named.name().toString() : TypeText.of(type);
    }
}
