package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeRef;

/** The types of both contracts: which are the same, and how two uses differ. */
final class Types {

    private final TypePairs pairs;
    private final TypeWalk walk;

    Types(Schema before, Schema after) {
        pairs = TypePairing.of(before, after);
        walk = new TypeWalk(new Newtypes(before), new Newtypes(after), pairs);
    }

    TypePairs pairs() {
        return pairs;
    }

    TypeUse use(String what, TypeRef before, TypeRef after, Way way) {
        return new TypeUse(what, walk.steps(before, after), way.use(), way.place());
    }

    /** Where a type is used, and which way its values go. */
    record Way(Use use, Place place) {}
}
