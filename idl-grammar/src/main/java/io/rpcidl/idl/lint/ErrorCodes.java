package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.StatusCode;

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
            StatusCode code = StatusNames.in(name).orElse(StatusCode.FAILED_PRECONDITION);
            findings.report(
                    each,
                    "error '" + name + "' has no status code, so that it is UNKNOWN to all who do not know it",
                    "name one behind it, such as error " + name + " (" + code + ")");
        });
    }
}
