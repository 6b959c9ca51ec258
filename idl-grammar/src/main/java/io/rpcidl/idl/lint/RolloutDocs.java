package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;

/** A {@code rollout} is a step on a road; its doc comment says whether the field becomes required or goes away, and when. */
final class RolloutDocs implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_ROLLOUT_DOC;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels(Kind.FIELD)
                .filter(each -> each.place() instanceof Field field
                        && field.presence() == Presence.ROLLOUT
                        && field.doc().isBlank()
                        && field.notes().deprecated().isEmpty())
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " is a rollout that does not say where it leads",
                        "say in /** ... */ when it becomes required, or mark it with @deprecated if it goes away"));
    }
}
