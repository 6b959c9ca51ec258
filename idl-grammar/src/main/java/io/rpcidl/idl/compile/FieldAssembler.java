package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Member;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.compile.link.Links;
import io.rpcidl.idl.compile.link.WireNames;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.util.List;

/** Makes the fields of structs and errors, and parameters, with their types. */
final class FieldAssembler {

    private final Links links;

    FieldAssembler(Links links) {
        this.links = links;
    }

    List<Field> fields(List<FieldDeclaration> fields) {
        return fields.stream().map(field -> field(field, type(field.type()))).toList();
    }

    private Field field(Member member, TypeRef type) {
        String name = member.name().text();
        return new Field(
                name,
                WireNames.of(member.annotations(), name),
                Notes.of(member.doc()),
                type,
                presence(member),
                member.defaultValue().map(this::value),
                Field.Traits.NONE,
                member.name().span());
    }

    private static Presence presence(Member member) {
        if (member.type().optional()) {
            return Presence.OPTIONAL;
        }
        if (member.defaultValue().isPresent()) {
            return Presence.DEFAULTED;
        }
        return member instanceof FieldDeclaration field && field.rollout().isPresent()
                ? Presence.ROLLOUT
                : Presence.REQUIRED;
    }

    Field parameter(ParameterDeclaration parameter) {
        TypeRef type = type(parameter.type());
        return field(parameter, parameter.ellipsis().isPresent() ? new TypeRef.ListOf(type) : type);
    }

    TypeRef optionalType(TypeExpression expression) {
        TypeRef type = type(expression);
        return expression.optional() ? new TypeRef.Nullable(type) : type;
    }

    Value value(Literal literal) {
        return links.value(literal).orElseThrow(() -> new IllegalStateException("no value for " + literal.span()));
    }

    TypeRef type(TypeExpression expression) {
        return links.type(expression).orElseThrow(() -> new IllegalStateException("no type for " + expression.span()));
    }
}
