package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionType;

/** An enum or a union is open: a closed one can never get another member without breaking its readers. */
final class ClosedTypes implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_CLOSED;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types()
                .filter(ClosedTypes::isClosed)
                .forEach(each -> findings.report(
                        each,
                        Kind.of(each) + " '" + each.name().simpleName()
                                + "' is closed, and so can never get another member",
                        "leave 'closed' out, or say with @lint.allow why its members are final"));
    }

    private static boolean isClosed(TypeDeclaration type) {
        return type instanceof EnumType enumeration
                ? enumeration.closed()
                : type instanceof UnionType union && union.closed();
    }
}
