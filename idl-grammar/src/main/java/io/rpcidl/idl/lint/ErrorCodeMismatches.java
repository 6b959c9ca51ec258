package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ErrorType;

/** The name of an error and its status code say the same. */
final class ErrorCodeMismatches implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_ERROR_CODE_MISMATCH;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types(ErrorType.class).filter(ErrorType::codeGiven).forEach(each -> {
            String name = each.name().simpleName();
            StatusNames.in(name)
                    .filter(code -> code != each.code())
                    .ifPresent(code -> findings.report(
                            each,
                            "error '" + name + "' sounds like " + code + ", but is " + each.code(),
                            "give it the code " + code + ", or another name"));
        });
    }
}
