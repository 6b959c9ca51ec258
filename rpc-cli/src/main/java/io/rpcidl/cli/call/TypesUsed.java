package io.rpcidl.cli.call;

import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.UnionType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Follows types to those that they are made of. */
final class TypesUsed {

    private final Schema schema;
    private final Set<QualifiedName> found = new LinkedHashSet<>();

    TypesUsed(Schema schema) {
        this.schema = schema;
    }

    /** Returns the types and errors that a method needs, in the order in which they are named. */
    Set<QualifiedName> by(Method method) {
        fields(method.parameters());
        method.requestStream().ifPresent(each -> type(each.type()));
        method.result().ifPresent(this::type);
        method.errors().forEach(this::declared);
        return found;
    }

    private void fields(List<Field> fields) {
        fields.forEach(each -> type(each.type()));
    }

    private void type(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            type(nullable.type());
        } else if (type instanceof TypeRef.Constrained constrained) {
            type(constrained.type());
        } else if (type instanceof TypeRef.ListOf list) {
            type(list.element());
        } else if (type instanceof TypeRef.SetOf set) {
            type(set.element());
        } else if (type instanceof TypeRef.MapOf map) {
            type(map.key());
            type(map.value());
        } else if (type instanceof TypeRef.Named named) {
            declared(named.name());
        }
    }

    private void declared(QualifiedName name) {
        if (!found.add(name)) {
            return;
        }
        TypeDeclaration type = schema.type(name);
        if (type instanceof Struct struct) {
            fields(struct.fields());
        } else if (type instanceof ErrorType error) {
            fields(error.fields());
        } else if (type instanceof UnionType union) {
            union.members().forEach(each -> each.type().ifPresent(this::type));
        } else if (type instanceof Newtype newtype) {
            type(newtype.type());
        } else if (!(type instanceof EnumType)) {
            throw new IllegalStateException("a type that is not known: " + type);
        }
    }
}
