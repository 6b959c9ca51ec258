package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * Names of a contract as Java names. A name that Java, or what we generate beside it, has taken already gets a
 * {@code _} behind it; no contract's name ends in one, so nothing else can be called that.
 */
final class JavaNames {

    private JavaNames() {}

    /** Returns the name of a record component and its accessor. */
    static String component(String name) {
        return free(
                name,
                ReservedNames.OBJECT_METHODS.contains(name)
                        || ReservedNames.BUILDER_METHODS.contains(name)
                        || ReservedNames.HIDDEN_BY_VARIABLES.contains(name));
    }

    /** Returns the name of an accessor of an exception. */
    static String exceptionComponent(String name) {
        return free(component(name), ReservedNames.EXCEPTION_MEMBERS.contains(name));
    }

    /** Returns the name of a service's method. */
    static String method(String name) {
        return free(name, ReservedNames.OBJECT_METHODS.contains(name) || ReservedNames.STUB_METHODS.contains(name));
    }

    /** Returns the name of the method that makes a union's member. */
    static String factory(String name) {
        return free(name, ReservedNames.OBJECT_METHODS.contains(name) || name.equals("match"));
    }

    /** Returns the name of a constant of a package. */
    static String packageConstant(String name) {
        return free(name, ReservedNames.HIDDEN_BY_VARIABLES.contains(name));
    }

    /** Returns the name of an enum's constant. */
    static String constant(String name) {
        return free(name, ReservedNames.ENUM_MEMBERS.contains(name));
    }

    /** Returns the simple name of a declared type. */
    static String type(TypeDeclaration type) {
        String name = type.name().simpleName();
        return topLevel(type instanceof ErrorType && !name.endsWith("Exception") ? name + "Exception" : name);
    }

    /** Returns the name of a class or an interface. */
    static String topLevel(String name) {
        return free(name, ReservedNames.RESTRICTED_TYPES.contains(name));
    }

    /** Returns a class within others: Java does not let it have the name of one of them. */
    static ClassName nested(ClassName outer, String name) {
        String free = name;
        while (outer.simpleNames().contains(free)) {
            free += "_";
        }
        return outer.nestedClass(free);
    }

    /** Returns {@code FOO_BAR} for {@code fooBar}. */
    static String upperSnake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** Returns {@code FooBar} for {@code fooBar}. */
    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String free(String name, boolean taken) {
        boolean refused = taken || SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || name.equals("yield");
        return refused && !name.endsWith("_") ? name + "_" : name;
    }
}
