package io.rpcidl.idl.compat;

/**
 * One kind of change, looked for in one kind of pair.
 *
 * @param <T> what the rule looks at
 */
interface Rule<T> {

    void check(T pair, Findings findings);
}
