package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;

/** What must not be printed stays so. */
final class SensitiveValues implements Rule<SensitivePair> {

    @Override
    public void check(SensitivePair pair, Findings findings) {
        if (pair.before() && !pair.after()) {
            findings.add(
                    Code.SENSITIVE_DROPPED,
                    pair.place(),
                    "'" + pair.place().name() + "' is no longer @sensitive, so programs print it",
                    "keep @sensitive unless its values may be in logs");
        }
    }
}
