package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.util.Optional;

/** Gives the value of a constant for a place, if it fits there. */
interface Constants {

    /** Returns nothing if there is none, or none that fits, which has then been reported. */
    Optional<Value> value(NameLiteral use, ConstDeclaration constant, TypeRef place);
}
