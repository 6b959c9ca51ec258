package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * No type or service is named like a class that Java, Python or TypeScript programs have without an import: one of the two would
 * always need its full name.
 */
final class PlatformTypes implements LintRule {

    private static final Map<String, Set<String>> NAMES = Map.of(
            "Java",
            Set.of(
                    ("Boolean Byte Character Class Cloneable Comparable Deprecated Double Enum Error Exception Float Integer"
                                    + " Iterable Iterator List Long Map Math Module Number Object Optional Override Package Process"
                                    + " Record Runnable Runtime RuntimeException Set Short String System Thread Throwable Void")
                            .split(" ")),
            "Python",
            Set.of(
                    "Exception ImportError KeyError MemoryError PermissionError RuntimeError TimeoutError TypeError ValueError Warning"
                            .split(" ")),
            "TypeScript",
            Set.of(
                    "Array Blob Boolean Date Error Event File Function Map Number Object Promise Proxy Record RegExp Request Response Set String Symbol"
                            .split(" ")));

    @Override
    public Code code() {
        return Code.LINT_PLATFORM_TYPE;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.labels()
                .filter(label -> label.kind().isType() && label.kind() != Kind.ALIAS || label.kind() == Kind.SERVICE)
                .forEach(label -> languages(label.name())
                        .ifPresent(languages -> findings.report(
                                label.place(),
                                label.title() + " has the name of a type that every program in " + languages + " knows",
                                label.renameFreely())));
    }

    private static Optional<String> languages(String name) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().contains(name))
                .map(Map.Entry::getKey)
                .sorted()
                .reduce((a, b) -> a + " and " + b);
    }
}
