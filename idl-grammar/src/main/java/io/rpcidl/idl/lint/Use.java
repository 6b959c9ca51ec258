package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import java.util.List;

/**
 * A place where a type is used.
 *
 * @param from the type, constant or service that it is in
 * @param path what has the type, such as a field, or a method for its result; then what it is in, from the inside out
 * @param name the name of what has the type
 */
record Use(QualifiedName from, List<Noted> path, Kind kind, String name, TypeRef type) {

    /** Copies the path. */
    Use {
        path = List.copyOf(path);
    }

    /** Returns what has the type. */
    Noted place() {
        return path.get(0);
    }

    /** Returns whether it holds a value of its name: a result has the name of its method instead. */
    boolean isData() {
        return kind != Kind.RESULT;
    }

    /** Returns whether it, or what it is in, is deprecated. */
    boolean isDeprecated() {
        return path.stream().anyMatch(each -> each.notes().deprecated().isPresent());
    }

    /** Returns what to call it in a message, such as {@code field 'name'}. */
    String title() {
        return kind + " '" + name + "'";
    }

    Words words() {
        return Words.of(name);
    }
}
