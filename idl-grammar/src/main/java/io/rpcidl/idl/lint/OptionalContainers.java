package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.TypeRef;

/**
 * A container has one way to say that there is nothing: it is empty. Where absent means something else, as in a patch, the field
 * is {@code @tristate} or says so with an allowance.
 */
final class OptionalContainers implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_OPTIONAL_CONTAINER;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels(Kind.FIELD, Kind.PARAMETER)
                .filter(each -> each.place() instanceof Field field
                        && field.presence() == Presence.OPTIONAL
                        && !field.traits().tristate()
                        && Types.isContainer(field.type()))
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " may be absent and may be empty",
                        "use a default: = " + (isMap(each.place()) ? "{}" : "[]")));
    }

    private static boolean isMap(Noted place) {
        return ((Field) place).type().plain() instanceof TypeRef.MapOf;
    }
}
