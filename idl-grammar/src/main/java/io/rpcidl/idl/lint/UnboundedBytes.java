package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;

/** Bytes in a request say how many they may be: a server must hold them. What only answers hold is the server's own. */
final class UnboundedBytes implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_UNBOUNDED_BYTES;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        new Requests(contract)
                .uses()
                .filter(use -> Types.layers(use.type()).stream().anyMatch(UnboundedBytes::isUnbounded))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " of a request holds bytes of any size",
                        "say how many there may be, as in @size(..65536)"));
    }

    private static boolean isUnbounded(Types.Layer layer) {
        return layer.type() == Builtin.BYTES && !Requests.isBounded(layer);
    }
}
