package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import java.util.List;

/** The members of an enum do not all begin with its name, as they must where enums have no scope of their own. */
final class EnumPrefixes implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_ENUM_PREFIX;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types(EnumType.class).forEach(type -> check(type, findings));
    }

    private static void check(EnumType type, Findings findings) {
        Words name = Words.of(type.name().simpleName());
        List<EnumMember> members = type.members();
        if (members.size() > 1 && members.stream().allMatch(each -> repeats(each, name))) {
            EnumMember first = members.get(0);
            String shorter = Words.of(first.name()).after(name.size()).upperSnakeCase();
            String kept = first.name().equals(first.wireName()) ? " @wire(\"" + first.wireName() + "\")" : "";
            findings.report(
                    type,
                    "all members of enum '" + type.name().simpleName() + "' repeat its name",
                    "leave it out, as in " + shorter + kept);
        }
    }

    private static boolean repeats(EnumMember member, Words name) {
        Words words = Words.of(member.name());
        return words.extend(name)
                && Character.isLetter(words.after(name.size()).first().charAt(0));
    }
}
