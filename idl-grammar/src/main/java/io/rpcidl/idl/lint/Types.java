package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What types consist of. */
final class Types {

    private Types() {}

    /**
     * A type within a type.
     *
     * @param type neither nullable nor constrained
     * @param constraints what constrains it, perhaps nothing
     * @param depth how many containers are around it
     */
    record Layer(TypeRef type, List<Constraint> constraints, int depth) {}

    /** Returns a type and those that it is made of, without following names. */
    static List<Layer> layers(TypeRef type) {
        List<Layer> layers = new ArrayList<>();
        Deque<Layer> open = new ArrayDeque<>(List.of(new Layer(type, List.of(), 0)));
        while (!open.isEmpty()) {
            Layer layer = open.pop();
            TypeRef plain = layer.type().plain();
            layers.add(new Layer(plain, constraints(layer.type()), layer.depth()));
            arguments(plain).forEach(each -> open.push(new Layer(each, List.of(), layer.depth() + 1)));
        }
        return layers;
    }

    /** Returns the names of the types that a type is made of. */
    static Stream<QualifiedName> names(TypeRef type) {
        return layers(type).stream()
                .map(Layer::type)
                .filter(TypeRef.Named.class::isInstance)
                .map(each -> ((TypeRef.Named) each).name());
    }

    /** Returns whether a type is a list, a set or a map. */
    static boolean isContainer(TypeRef type) {
        return !arguments(type.plain()).isEmpty();
    }

    /** Returns what a type is below newtypes, {@code null}, constraints and encodings. */
    static TypeRef base(Schema schema, TypeRef type) {
        TypeRef base = type.plain();
        while (base instanceof TypeRef.Named named && schema.type(named.name()) instanceof Newtype newtype) {
            base = newtype.type().plain();
        }
        return base instanceof TypeRef.Encoded encoded ? encoded.type() : base;
    }

    private static List<Constraint> constraints(TypeRef type) {
        TypeRef inner = type instanceof TypeRef.Nullable nullable ? nullable.type() : type;
        return inner instanceof TypeRef.Constrained constrained ? constrained.constraints() : List.of();
    }

    private static List<TypeRef> arguments(TypeRef plain) {
        if (plain instanceof TypeRef.ListOf list) {
            return List.of(list.element());
        } else if (plain instanceof TypeRef.SetOf set) {
            return List.of(set.element());
        }
        return plain instanceof TypeRef.MapOf map ? List.of(map.value(), map.key()) : List.of();
    }
}
