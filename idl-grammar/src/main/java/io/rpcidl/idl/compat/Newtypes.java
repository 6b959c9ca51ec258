package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newtypes of a schema, and what they stand for in the end. */
final class Newtypes {

    private final Map<QualifiedName, Newtype> all = new HashMap<>();

    Newtypes(Schema schema) {
        for (ContractPackage each : schema.packages()) {
            for (TypeDeclaration type : each.types()) {
                if (type instanceof Newtype newtype) {
                    all.put(newtype.name(), newtype);
                }
            }
        }
    }

    /** Returns whether a type is a newtype. */
    boolean has(TypeRef type) {
        return type instanceof TypeRef.Named named && all.containsKey(named.name());
    }

    /** Returns the type with the first that is no newtype in it, and the constraints of all on the way. */
    TypeLayers open(TypeLayers type) {
        List<Constraint> constraints = new ArrayList<>(type.constraints());
        TypeRef core = type.core();
        while (has(core)) {
            TypeLayers inner =
                    TypeLayers.of(all.get(((TypeRef.Named) core).name()).type());
            constraints.addAll(inner.constraints());
            core = inner.core();
        }
        return new TypeLayers(type.nullable(), constraints, core);
    }
}
