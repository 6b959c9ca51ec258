package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.Noted;

/**
 * A name, and whose it is.
 *
 * @param place what has the name
 * @param packageName the package that it is declared in
 * @param wireName the name on the wire; that of the contract for what has none
 */
record Label(Noted place, Kind kind, String packageName, String name, String wireName) {

    /** Returns what to call it in a message, such as {@code field 'name'}. */
    String title() {
        return kind + " '" + name + "'";
    }

    Words words() {
        return Words.of(name);
    }

    /** Returns the help that asks for another name. */
    String rename(String to) {
        return "rename it to '" + to + "'" + kept();
    }

    /** Returns the help that asks for any other name. */
    String renameFreely() {
        return "choose another name" + kept();
    }

    private String kept() {
        if (kind == Kind.ERROR) {
            return "; callers see the new name on the wire";
        }
        boolean onWire = kind == Kind.SERVICE || !kind.isOuter();
        boolean chosen = !wireName.equals(kind == Kind.SERVICE ? packageName + "." + name : name);
        return onWire && !chosen ? "; @wire(\"" + wireName + "\") keeps the name on the wire" : "";
    }
}
