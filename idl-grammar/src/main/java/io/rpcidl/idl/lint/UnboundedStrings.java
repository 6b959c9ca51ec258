package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Strings in a request say how long they may be, or match a pattern. One finding for each type and each service: there are many. */
final class UnboundedStrings implements LintRule {

    private static final int NAMED = 3;

    @Override
    public Code code() {
        return Code.LINT_UNBOUNDED_STRING;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Map<Span, List<Use>> found = new LinkedHashMap<>();
        new Requests(contract)
                .uses()
                .filter(use -> Types.layers(use.type()).stream().anyMatch(UnboundedStrings::isUnbounded))
                .filter(use -> !findings.isAllowed(use.place()))
                .forEach(use -> found.computeIfAbsent(holder(use).span(), key -> new ArrayList<>())
                        .add(use));
        found.forEach((place, uses) -> findings.report(
                place,
                "requests hold strings of any length in " + named(uses),
                "say how long they may be, as in @length(..200)"));
    }

    private static boolean isUnbounded(Types.Layer layer) {
        return layer.type() == Builtin.STRING && !Requests.isBounded(layer);
    }

    private static Noted holder(Use use) {
        return use.path().get(use.path().size() - 1);
    }

    private static String named(List<Use> uses) {
        List<String> all =
                uses.stream().map(each -> "'" + each.name() + "'").distinct().toList();
        String names = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = all.size() - NAMED;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
