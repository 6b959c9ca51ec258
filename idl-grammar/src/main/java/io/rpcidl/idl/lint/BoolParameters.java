package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Schema;

/** A method has at most one bool parameter: several are a matrix of behaviours, of which most were never tried. */
final class BoolParameters implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_BOOL_PARAMETERS;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> bools(method, contract.schema()) > 1)
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name() + "' has " + bools(method, contract.schema()) + " bool parameters",
                        "use an enum of what may be asked for, or a method for each"));
    }

    private static long bools(Method method, Schema schema) {
        return method.parameters().stream()
                .filter(each -> Types.base(schema, each.type()) == Builtin.BOOL)
                .count();
    }
}
