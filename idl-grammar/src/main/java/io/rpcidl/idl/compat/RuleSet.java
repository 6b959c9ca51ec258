package io.rpcidl.idl.compat;

import java.util.List;

/** All rules about pairs of one kind. */
record RuleSet<T>(List<Rule<T>> rules) {

    RuleSet {
        rules = List.copyOf(rules);
    }

    void check(T pair, Findings findings) {
        rules.forEach(each -> each.check(pair, findings));
    }
}
