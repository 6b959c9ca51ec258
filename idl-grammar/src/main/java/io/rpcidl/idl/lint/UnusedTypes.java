package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Constant;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In a package with services each type is reached from a service, from a constant, or from a package without services, which is
 * a library for others.
 */
final class UnusedTypes implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_UNUSED_TYPE;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Map<QualifiedName, List<QualifiedName>> needs = new HashMap<>();
        contract.references()
                .forEach(each -> needs.computeIfAbsent(each.from(), key -> new ArrayList<>())
                        .add(each.to()));
        Set<QualifiedName> reached = new HashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>();
        roots(contract).filter(reached::add).forEach(open::add);
        while (!open.isEmpty()) {
            needs.getOrDefault(open.poll(), List.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        contract.types()
                .filter(each -> !reached.contains(each.name()))
                .forEach(each -> findings.report(
                        each,
                        Kind.of(each) + " '" + each.name().simpleName() + "' is needed by no service",
                        "remove it, or use it"));
    }

    private static Stream<QualifiedName> roots(Contract contract) {
        return contract.schema().packages().stream()
                .flatMap(each -> Stream.of(
                                each.services().stream().map(Service::name),
                                each.constants().stream().map(Constant::name),
                                each.services().isEmpty()
                                        ? each.types().stream().map(TypeDeclaration::name)
                                        : Stream.<QualifiedName>empty())
                        .flatMap(names -> names));
    }
}
