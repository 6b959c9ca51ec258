package io.rpcidl.codegen.java;

import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names of a contract as Java names. A name that Java, or what we generate beside it, has taken already gets a
 * {@code _} behind it; no contract's name ends in one, so nothing else can be called that.
 */
final class JavaNames {

    private static final Set<String> OBJECT_METHODS = Set.of(
            "clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");
    private static final Set<String> BUILDER_METHODS = Set.of("builder", "toBuilder", "build");
    private static final Set<String> EXCEPTION_METHODS = Set.of(
            "addSuppressed",
            "code",
            "fillInStackTrace",
            "getCause",
            "getLocalizedMessage",
            "getMessage",
            "getStackTrace",
            "getSuppressed",
            "initCause",
            "printStackTrace",
            "setStackTrace",
            "status");
    private static final Set<String> STUB_METHODS = Set.of("stub", "with");

    private JavaNames() {}

    /** Returns the name of a record component and its accessor. */
    static String component(String name) {
        return free(name, OBJECT_METHODS.contains(name) || BUILDER_METHODS.contains(name));
    }

    /** Returns the name of an accessor of an exception. */
    static String exceptionComponent(String name) {
        return free(component(name), EXCEPTION_METHODS.contains(name));
    }

    /** Returns the name of a service's method. */
    static String method(String name) {
        return free(name, OBJECT_METHODS.contains(name) || STUB_METHODS.contains(name));
    }

    /** Returns the name of an enum's constant. */
    static String constant(String name) {
        return free(name, false);
    }

    /** Returns the simple name of a declared type. */
    static String type(TypeDeclaration type) {
        String name = type.name().simpleName();
        return type instanceof ErrorType && !name.endsWith("Exception") ? name + "Exception" : name;
    }

    /** Returns {@code FOO_BAR} for {@code fooBar}. */
    static String upperSnake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** Returns {@code FooBar} for {@code fooBar}. */
    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static boolean isInJavaLang(String simpleName) {
        try {
            Class.forName("java.lang." + simpleName, false, null);
            return true;
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return false;
        }
    }

    private static String free(String name, boolean taken) {
        boolean refused = taken || SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || name.equals("_");
        return refused && !name.endsWith("_") ? name + "_" : name;
    }
}
