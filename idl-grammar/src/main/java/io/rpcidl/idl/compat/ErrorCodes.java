package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** An error keeps its status code: programs, retries and monitoring go by it. */
final class ErrorCodes implements Rule<ErrorPair> {

    @Override
    public void check(ErrorPair pair, Findings findings) {
        if (pair.before().code() != pair.after().code()) {
            findings.add(
                    Code.ERROR_CODE_CHANGED,
                    pair.place(),
                    "the error '" + pair.place().name() + "' has the code "
                            + pair.after().code() + ", it had " + pair.before().code(),
                    "keep the code, or declare another error");
        }
    }
}
