package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.FieldDeclaration;
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
import java.util.Optional;

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
        Optional<Value> defaultValue = member.defaultValue()
                .map(literal -> links.value(literal)
                        .orElseThrow(() -> new IllegalStateException("no value for the default at " + literal.span())));
        Presence required = defaultValue.isPresent() ? Presence.DEFAULTED : Presence.REQUIRED;
        String name = member.name().text();
        return new Field(
                name,
                WireNames.of(member.annotations(), name),
                Notes.of(member.doc()),
                type,
                member.type().optional() ? Presence.OPTIONAL : required,
                defaultValue,
                Field.Traits.NONE,
                member.name().span());
    }

    Field parameter(ParameterDeclaration parameter) {
        TypeRef type = type(parameter.type());
        return field(parameter, parameter.ellipsis().isPresent() ? new TypeRef.ListOf(type) : type);
    }

    TypeRef optionalType(TypeExpression expression) {
        TypeRef type = type(expression);
        return expression.optional() ? new TypeRef.Nullable(type) : type;
    }

    TypeRef type(TypeExpression expression) {
        return links.type(expression).orElseThrow(() -> new IllegalStateException("no type for " + expression.span()));
    }
}
