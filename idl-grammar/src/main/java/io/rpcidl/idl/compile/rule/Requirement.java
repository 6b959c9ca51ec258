package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.Symbol;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A declared type of which a value is needed to build another one.
 *
 * @param from what requires it: a field, a member of a union, or the newtype itself
 * @param span where its type is named
 */
record Requirement(Name from, Span span, Declaration type) {

    /** Returns what a type requires: all of it, or of a union one. */
    static List<Requirement> of(Declaration type, LinkedContract contract) {
        if (type instanceof UnionDeclaration union) {
            return union.members().stream()
                    .flatMap(member -> member.type().flatMap(each -> of(member.name(), each, contract)).stream())
                    .toList();
        }
        if (type instanceof NewtypeDeclaration newtype) {
            return of(newtype.name(), newtype.type(), contract).stream().toList();
        }
        return Traversal.fields(type).stream()
                .filter(field -> field.defaultValue().isEmpty() && !field.type().optional())
                .flatMap(field -> of(field.name(), field.type(), contract).stream())
                .toList();
    }

    private static Optional<Requirement> of(Name from, TypeExpression type, LinkedContract contract) {
        return contract.links()
                .type(type)
                .filter(found -> found.plain() instanceof TypeRef.Named)
                .flatMap(found -> contract.table().find(((TypeRef.Named) found.plain()).name()))
                .map(Symbol::declaration)
                .filter(found -> !(found instanceof EnumDeclaration))
                .map(found -> new Requirement(from, type.span(), found));
    }
}
