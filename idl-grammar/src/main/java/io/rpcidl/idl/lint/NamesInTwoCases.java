package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One name is written in one way throughout a package: not {@code userId} here and {@code userID} there. The way with the
 * most words wins, then the most frequent one, then the first.
 */
final class NamesInTwoCases implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_NAME_IN_TWO_CASES;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Map<String, Map<String, List<Label>>> names = new LinkedHashMap<>();
        contract.labels(Kind.FIELD, Kind.PARAMETER)
                .filter(each -> Naming.CAMEL_CASE.fits(each.name()))
                .forEach(each -> names.computeIfAbsent(
                                each.packageName() + ":" + each.name().toLowerCase(Locale.ROOT),
                                key -> new LinkedHashMap<>())
                        .computeIfAbsent(each.name(), key -> new ArrayList<>())
                        .add(each));
        names.values().stream().filter(ways -> ways.size() > 1).forEach(ways -> report(ways, findings));
    }

    private void report(Map<String, List<Label>> ways, Findings findings) {
        Label best = ways.values().stream()
                .max(Comparator.<List<Label>>comparingInt(
                                each -> each.get(0).words().size())
                        .thenComparingInt(List::size)
                        .thenComparing(each -> each.get(0).place().span(), NamesInTwoCases::later))
                .orElseThrow()
                .get(0);
        ways.values().stream()
                .map(each -> each.get(0))
                .filter(each -> each != best)
                .forEach(each -> findings.report(Diagnostic.of(
                                code(),
                                each.place().span(),
                                each.title() + " is written '" + best.name() + "' elsewhere in the package")
                        .withHelp(each.rename(best.name()))
                        .withRelated("for example here", best.place().span())));
    }

    private static int later(Span a, Span b) {
        return Comparator.comparing((Span span) -> span.file().name())
                .thenComparing(Span::start)
                .compare(b, a);
    }
}
