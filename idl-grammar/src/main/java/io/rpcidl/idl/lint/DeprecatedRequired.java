package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;

/**
 * A deprecated field or parameter is not required: whoever stops sending it breaks its readers. The road out leads over
 * {@code rollout}.
 */
final class DeprecatedRequired implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_DEPRECATED_REQUIRED;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels(Kind.FIELD, Kind.PARAMETER)
                .filter(each -> each.place() instanceof Field field
                        && field.presence() == Presence.REQUIRED
                        && field.notes().deprecated().isPresent())
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " is deprecated, but still required, so that no one can stop sending it",
                        each.kind() == Kind.FIELD
                                ? "make it 'rollout' first, then optional once all readers know"
                                : "make it optional with '?', or give it a default"));
    }
}
