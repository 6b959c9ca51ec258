package io.rpcidl.idl;

import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.dfa.DFA;

/** Takes down where a grammar reads a file in two ways, or needs more than the fast kind of prediction. */
public final class AmbiguityListener extends DiagnosticErrorListener {

    private final String name;
    private final List<String> found;

    public AmbiguityListener(String name, List<String> found) {
        super(true);
        this.name = name;
        this.found = found;
    }

    @Override
    public void reportAmbiguity(
            Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alternatives, ATNConfigSet configs) {
        found.add(name + ": " + getDecisionDescription(parser, dfa) + " is ambiguous");
    }

    @Override
    public void reportAttemptingFullContext(
            Parser parser, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet configs) {
        found.add(name + ": " + getDecisionDescription(parser, dfa) + " needs the full context");
    }
}
