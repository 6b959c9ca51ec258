package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import java.util.Set;

/** An open enum has no member for what is unknown: it keeps any value already, and a reader would have two cases for one thing. */
final class UnknownMembers implements LintRule {

    private static final Set<String> NAMES = Set.of("unknown", "unspecified", "unrecognized");

    @Override
    public Code code() {
        return Code.LINT_UNKNOWN_MEMBER;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types(EnumType.class)
                .filter(type -> !type.closed())
                .forEach(type -> type.members().stream()
                        .filter(member -> isUnknown(member, type))
                        .forEach(member -> findings.report(
                                member,
                                "member '" + member.name() + "' of open enum '"
                                        + type.name().simpleName() + "' says what any other value says already",
                                "remove it, and make the fields optional that would have it")));
    }

    private static boolean isUnknown(EnumMember member, EnumType type) {
        Words words = Words.of(member.name());
        Words name = Words.of(type.name().simpleName());
        Words own = words.extend(name) ? words.after(name.size()) : words;
        return own.size() == 1 && NAMES.contains(own.first());
    }
}
