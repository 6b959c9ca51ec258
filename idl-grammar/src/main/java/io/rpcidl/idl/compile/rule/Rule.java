package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** One thing that every contract must hold. Keeps nothing between calls. */
interface Rule {

    /** Reports every place that breaks the rule. What was not linked has been reported already and is passed over. */
    void check(LinkedContract contract, DiagnosticSink sink);
}
