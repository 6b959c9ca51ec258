package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ErrorType;

/** An error names its status code: callers, proxies and dashboards that do not know the error know the code. */
final class ErrorCodes implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_ERROR_CODE;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types(ErrorType.class).filter(each -> !each.codeGiven()).forEach(each -> {
            String name = each.name().simpleName();
            findings.report(
                    each,
                    "error '" + name + "' has no status code, so that it is UNKNOWN to all who do not know it",
                    StatusNames.guess(name)
                            .map(code -> "name one behind it, such as error " + name + " (" + code + ")")
                            .orElse("name one behind it: FAILED_PRECONDITION if something must change first,"
                                    + " INTERNAL if the server is to blame"));
        });
    }
}
