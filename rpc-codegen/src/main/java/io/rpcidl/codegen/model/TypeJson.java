package io.rpcidl.codegen.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.TypeRef;
import java.util.Optional;

/** A type as JSON: one object with its kind; what is around it (nullable, constraints, encoding) are members of it. */
final class TypeJson {

    private TypeJson() {}

    /** Returns a type; its depth is bounded by the parser. */
    static ObjectNode of(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return of(nullable.type()).put("nullable", true);
        }
        if (type instanceof TypeRef.Constrained constrained) {
            ObjectNode node = of(constrained.type());
            ArrayNode constraints = node.putArray("constraints");
            constrained.constraints().forEach(each -> append(constraints.addObject(), each));
            return node;
        }
        if (type instanceof TypeRef.Encoded encoded) {
            return of(encoded.type()).put("encoding", "string");
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (type instanceof TypeRef.ListOf list) {
            node.put("kind", "list").set("element", of(list.element()));
        } else if (type instanceof TypeRef.SetOf set) {
            node.put("kind", "set").set("element", of(set.element()));
        } else if (type instanceof TypeRef.MapOf map) {
            node.put("kind", "map").set("key", of(map.key()));
            node.set("value", of(map.value()));
            node.put("entries", map.entries());
        } else if (type instanceof TypeRef.Named named) {
            node.put("kind", "named").put("name", named.name().toString());
        } else {
            node.put("kind", ((Builtin) type).typeName());
        }
        return node;
    }

    private static void append(ObjectNode node, Constraint constraint) {
        if (constraint instanceof Constraint.Length length) {
            bounds(node.put("kind", "length"), length.min(), length.max());
        } else if (constraint instanceof Constraint.Size size) {
            bounds(node.put("kind", "size"), size.min(), size.max());
        } else if (constraint instanceof Constraint.Range range) {
            bounds(node.put("kind", "range"), range.min(), range.max());
        } else {
            node.put("kind", "pattern").put("text", ((Constraint.Pattern) constraint).text());
        }
    }

    /** Bounds are strings: those of a range may have more digits than a reader's numbers. */
    private static void bounds(ObjectNode node, Optional<?> min, Optional<?> max) {
        min.ifPresent(each -> node.put("min", each.toString()));
        max.ifPresent(each -> node.put("max", each.toString()));
    }
}
