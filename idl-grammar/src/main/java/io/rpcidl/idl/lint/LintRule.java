package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;

/** One thing that is better otherwise. Without state: the linter asks it once a contract. */
interface LintRule {

    /** Returns the code of its findings; each rule has one of its own. */
    Code code();

    /** Returns the lowest tier that has it. */
    Tier tier();

    /** Reports what it finds, in any order. */
    void check(Contract contract, Findings findings);
}
