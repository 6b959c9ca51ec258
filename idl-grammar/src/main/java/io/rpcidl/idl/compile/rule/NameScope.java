package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.EnumMemberDeclaration;
import io.rpcidl.idl.ast.Member;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.link.WireNames;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names that must differ from each other.
 *
 * @param owner what they are the names in, such as {@code struct 'Product'}
 * @param entries the names, in order
 */
record NameScope(String owner, List<Entry> entries) {

    /** A name, and what it is called on the wire. */
    record Entry(Name name, String wireName, List<TextLiteral> aliases) {

        private static Entry of(Name name, List<Annotation> annotations) {
            return new Entry(
                    name,
                    WireNames.of(annotations, name.text()),
                    WireNames.aliasLiterals(annotations).toList());
        }

        /** Returns its name, that on the wire, and those that mean it when read. */
        Stream<String> allNames() {
            return Stream.concat(
                    Stream.of(name.text(), wireName), aliases.stream().map(TextLiteral::value));
        }

        private static Entry of(Member member) {
            return of(member.name(), member.annotations());
        }

        private static Entry of(EnumMemberDeclaration member) {
            return of(member.name(), member.annotations());
        }
    }

    /** Returns the scopes within a declaration. */
    static Stream<NameScope> in(Declaration declaration) {
        String owner = declaration.keyword() + " '" + declaration.name() + "'";
        if (declaration instanceof EnumDeclaration enumeration) {
            return Stream.of(new NameScope(
                    owner, enumeration.members().stream().map(Entry::of).toList()));
        }
        if (declaration instanceof UnionDeclaration union) {
            return Stream.of(new NameScope(
                    owner,
                    union.members().stream()
                            .map(member -> Entry.of(member.name(), member.annotations()))
                            .toList()));
        }
        if (declaration instanceof ServiceDeclaration service) {
            return Stream.concat(
                    Stream.of(methods(owner, service)),
                    service.methods().stream().map(NameScope::parameters));
        }
        return Stream.of(new NameScope(
                owner, Traversal.fields(declaration).stream().map(Entry::of).toList()));
    }

    private static NameScope methods(String owner, ServiceDeclaration service) {
        return new NameScope(
                owner,
                service.methods().stream()
                        .map(method -> Entry.of(method.name(), method.annotations()))
                        .toList());
    }

    private static NameScope parameters(MethodDeclaration method) {
        return new NameScope(
                "method '" + method.name() + "'",
                method.parameters().stream().map(Entry::of).toList());
    }
}
