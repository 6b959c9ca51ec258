package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.TypeDeclaration;

/**
 * A field does not begin with the name of its struct or error: {@code productName} of a {@code Product} is its {@code name}. An id
 * may, as others refer to it by that name.
 */
final class Stutters implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_STUTTER;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types().forEach(type -> Labels.fields(type).forEach(field -> check(type, field, findings)));
    }

    private static void check(TypeDeclaration type, Label field, Findings findings) {
        Words owner = Words.of(type.name().simpleName());
        Words words = field.words();
        if (words.extend(owner) && !words.after(owner.size()).isId() && startsWithLetter(words.after(owner.size()))) {
            findings.report(
                    field.place(),
                    field.title() + " repeats the name of '" + type.name().simpleName() + "'",
                    field.rename(words.after(owner.size()).camelCase()));
        }
    }

    private static boolean startsWithLetter(Words words) {
        return Character.isLetter(words.first().charAt(0));
    }
}
