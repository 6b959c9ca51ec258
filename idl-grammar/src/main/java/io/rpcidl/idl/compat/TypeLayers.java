package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.TypeRef;
import java.util.List;

/**
 * A type without its outer layers.
 *
 * @param core neither nullable nor constrained
 */
record TypeLayers(boolean nullable, List<Constraint> constraints, TypeRef core) {

    static TypeLayers of(TypeRef type) {
        boolean nullable = type instanceof TypeRef.Nullable;
        TypeRef inner = nullable ? ((TypeRef.Nullable) type).type() : type;
        if (inner instanceof TypeRef.Constrained constrained) {
            return new TypeLayers(nullable, constrained.constraints(), constrained.type());
        }
        return new TypeLayers(nullable, List.of(), inner);
    }
}
