package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Member;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.annotation.ConstraintReader;
import io.rpcidl.idl.compile.annotation.NotesReader;
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
    private final NotesReader notes;

    FieldAssembler(Links links) {
        this.links = links;
        this.notes = new NotesReader(links::value);
    }

    List<Field> fields(List<FieldDeclaration> fields) {
        return fields.stream().map(field -> field(field, type(field.type()))).toList();
    }

    private Field field(Member member, TypeRef type) {
        String name = member.name().text();
        return new Field(
                name,
                WireNames.of(member.annotations(), name),
                notes.notes(member.doc(), member.annotations()),
                type,
                presence(member),
                member.defaultValue().map(this::value),
                traits(member),
                member.name().span());
    }

    private static Field.Traits traits(Member member) {
        return new Field.Traits(
                WireNames.aliases(member.annotations()),
                BuiltinAnnotation.TRISTATE.isAmong(member.annotations()),
                BuiltinAnnotation.SENSITIVE.isAmong(member.annotations()));
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
        return field(parameter, parameter.ellipsis().isPresent() ? elements(type, parameter) : type);
    }

    /** Of a variadic parameter {@code @size} says how many elements there are; all other constraints belong to each. */
    private static TypeRef elements(TypeRef element, ParameterDeclaration parameter) {
        TypeRef list = new TypeRef.ListOf(element);
        return BuiltinAnnotation.SIZE
                .find(parameter.annotations())
                .flatMap(ConstraintReader::constraint)
                .<TypeRef>map(size -> new TypeRef.Constrained(list, List.of(size)))
                .orElse(list);
    }

    /** Returns the notes of what has a doc comment and annotations. */
    Notes notes(String doc, List<Annotation> annotations) {
        return notes.notes(doc, annotations);
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
