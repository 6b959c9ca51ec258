package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import java.util.Map;

/** Names have no words that exclude people where plain ones say the same. */
final class ExcludingWords implements LintRule {

    private static final Map<String, String> INSTEAD =
            Map.of("whitelist", "allowlist", "blacklist", "denylist", "slave", "replica", "slaves", "replicas");

    @Override
    public Code code() {
        return Code.LINT_EXCLUDING_WORD;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels()
                .forEach(label -> label.words().list().stream()
                        .filter(INSTEAD::containsKey)
                        .findFirst()
                        .ifPresent(word -> findings.report(
                                label.place(),
                                label.title() + " has the word '" + word + "'",
                                "say '" + INSTEAD.get(word) + "', for example")));
    }
}
