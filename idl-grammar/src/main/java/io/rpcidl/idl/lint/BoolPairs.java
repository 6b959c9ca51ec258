package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No two bools of one type or method exclude each other, such as {@code enabled} and {@code disabled}: of their four combinations
 * two mean nothing.
 */
final class BoolPairs implements LintRule {

    private static final Map<String, String> OPPOSITES = Map.ofEntries(
            Map.entry("disabled", "enabled"),
            Map.entry("inactive", "active"),
            Map.entry("hidden", "visible"),
            Map.entry("closed", "open"),
            Map.entry("private", "public"),
            Map.entry("unlocked", "locked"),
            Map.entry("failure", "success"),
            Map.entry("failed", "succeeded"),
            Map.entry("invalid", "valid"),
            Map.entry("offline", "online"),
            Map.entry("descending", "ascending"),
            Map.entry("desc", "asc"),
            Map.entry("denied", "allowed"),
            Map.entry("deny", "allow"),
            Map.entry("exclude", "include"),
            Map.entry("unread", "read"),
            Map.entry("disable", "enable"));

    @Override
    public Code code() {
        return Code.LINT_BOOL_PAIR;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.types().forEach(type -> check(Contract.fields(type).stream(), contract, findings));
        contract.methods().forEach(method -> check(method.parameters().stream(), contract, findings));
    }

    private static void check(Stream<Field> fields, Contract contract, Findings findings) {
        Map<List<String>, Field> seen = new HashMap<>();
        fields.filter(each -> Types.base(contract.schema(), each.type()) == Builtin.BOOL)
                .forEach(each -> seen.putIfAbsent(Words.of(each.name()).list(), each));
        seen.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().span().start()))
                .forEach(each -> opposite(each.getKey())
                        .map(seen::get)
                        .ifPresent(other -> findings.report(
                                each.getValue(),
                                "'" + each.getValue().name() + "' and '" + other.name() + "' exclude each other",
                                "use one bool, or an enum of the states that there are")));
    }

    /** Returns the words that say the contrary of a negative name. */
    private static Optional<List<String>> opposite(List<String> words) {
        List<String> positive = words.stream()
                .filter(each -> !each.equals("not") && !each.equals("no"))
                .map(each -> OPPOSITES.getOrDefault(each, each))
                .toList();
        return positive.equals(words) ? Optional.empty() : Optional.of(positive);
    }
}
