package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.Symbol;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The keys of a map are the names of a JSON object, so they must have a text of their own, unless it is {@code @entries}. */
final class MapKeys implements Rule {

    private static final Set<Builtin> KEYS = Set.copyOf(EnumSet.of(
            Builtin.STRING,
            Builtin.BOOL,
            Builtin.INT32,
            Builtin.INT64,
            Builtin.BIGINT,
            Builtin.UUID,
            Builtin.DATE,
            Builtin.TIMESTAMP));

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(Traversal::types)
                .filter(type ->
                        type.name().text().equals("map") && type.arguments().size() == 2)
                .filter(type -> !isEntries(type, contract))
                .forEach(type -> checkKey(type.arguments().get(0).type(), contract, sink));
    }

    private static boolean isEntries(TypeExpression type, LinkedContract contract) {
        return contract.links()
                .type(type)
                .filter(found -> found.plain() instanceof TypeRef.MapOf map && map.entries())
                .isPresent();
    }

    private static void checkKey(TypeExpression key, LinkedContract contract, DiagnosticSink sink) {
        boolean refused = contract.links()
                .type(key)
                .filter(type -> !isKey(type, contract))
                .isPresent();
        if (refused) {
            sink.add(Diagnostic.of(Code.MAP_KEY, key.span(), "the keys of a map cannot be of type '" + key.name() + "'")
                    .withHelp(
                            "write @entries behind the map, for a list of entries; the keys of others are string, bool, int32, int64, "
                                    + "bigint, uuid, date, timestamp, an enum, or a newtype of one of these"));
        }
    }

    private static boolean isKey(TypeRef type, LinkedContract contract) {
        TypeRef plain = type.plain();
        if (plain instanceof TypeRef.Named named) {
            Optional<Declaration> declaration =
                    contract.table().find(named.name()).map(Symbol::declaration);
            if (declaration.orElse(null) instanceof NewtypeDeclaration newtype) {
                // One that is made of nothing has been reported.
                return contract.links()
                        .underlying(newtype)
                        .filter(made -> !isKey(made, contract))
                        .isEmpty();
            }
            return declaration.filter(EnumDeclaration.class::isInstance).isPresent();
        }
        return plain instanceof TypeRef.Encoded || plain instanceof Builtin builtin && KEYS.contains(builtin);
    }
}
