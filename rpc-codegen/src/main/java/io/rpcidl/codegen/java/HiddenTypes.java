package io.rpcidl.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Set;

/**
 * Writes some classes by their full name, as something else hides them. JavaPoet does it where it sees it, but it does
 * not see two cases: a class that implements a service's interface inherits the records in it (a method {@code get} and
 * a struct {@code GetRequest}); the header of a record is within the scope of the record's own classes (a struct
 * {@code Builder}).
 *
 * @param names the simple names that mean something else
 */
record HiddenTypes(Set<String> names) {

    /** Returns the type as it must be written. */
    TypeName visible(TypeName type) {
        return visibleBare(type).annotated(type.annotations());
    }

    /** Returns the class as it must be written. */
    ClassName visible(ClassName name) {
        boolean hidden = name.enclosingClassName() == null && names.contains(name.simpleName());
        return hidden ? ClassName.get("", name.canonicalName()) : name;
    }

    private TypeName visibleBare(TypeName type) {
        if (type instanceof ClassName name) {
            return visible(name.withoutAnnotations());
        }
        if (type instanceof ParameterizedTypeName generic) {
            TypeName[] arguments =
                    generic.typeArguments().stream().map(this::visible).toArray(TypeName[]::new);
            return ParameterizedTypeName.get((ClassName) visibleBare(generic.rawType()), arguments);
        }
        return type instanceof ArrayTypeName array
                ? ArrayTypeName.of(visible(array.componentType()))
                : type.withoutAnnotations();
    }
}
