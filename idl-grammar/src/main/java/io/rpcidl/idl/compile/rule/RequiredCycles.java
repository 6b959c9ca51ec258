package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.link.DependencyOrder;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * No type requires a value of itself, directly or through others: nobody could build the first one. Among the types that
 * cannot be built each requires another one, so following them from anywhere leads into a circle.
 */
final class RequiredCycles implements Rule {

    private static final int SHOWN = 8;

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        Buildable buildable = new Buildable(contract);
        Map<Declaration, List<Requirement>> left = new IdentityHashMap<>();
        DependencyOrder<Declaration> order = new DependencyOrder<>(
                type -> follow(type, contract, buildable, left), type -> {}, circle -> report(circle, left, sink));
        contract.declarations().filter(type -> !buildable.contains(type)).forEach(order::visit);
    }

    /** Returns the types that a type requires and that cannot be built; of a union one stands for all of them. */
    private static List<Declaration> follow(
            Declaration type, LinkedContract contract, Buildable buildable, Map<Declaration, List<Requirement>> left) {
        List<Requirement> requirements = Requirement.of(type, contract).stream()
                .filter(each -> !buildable.contains(each.type()))
                .limit(type instanceof UnionDeclaration ? 1 : Long.MAX_VALUE)
                .toList();
        left.put(type, requirements);
        return requirements.stream().map(Requirement::type).toList();
    }

    private static void report(
            List<Declaration> circle, Map<Declaration, List<Requirement>> left, DiagnosticSink sink) {
        if (circle.stream().allMatch(NewtypeDeclaration.class::isInstance)) {
            return; // They stand for themselves, which has been reported.
        }
        List<Requirement> steps = new ArrayList<>();
        for (int i = 0; i < circle.size(); i++) {
            Declaration next = circle.get((i + 1) % circle.size());
            steps.add(left.get(circle.get(i)).stream()
                    .filter(each -> each.type() == next)
                    .findFirst()
                    .orElseThrow());
        }
        StringBuilder through = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, circle.size()); i++) {
            through.append(i == 0 ? "" : ", ").append(circle.get(i).name());
            if (circle.get(i).name() != steps.get(i).from()) {
                through.append('.').append(steps.get(i).from());
            }
        }
        through.append(circle.size() > SHOWN ? ", ..." : "");
        Declaration first = circle.get(0);
        boolean union = circle.stream().anyMatch(UnionDeclaration.class::isInstance);
        sink.add(Diagnostic.of(
                        Code.REQUIRES_ITSELF,
                        steps.get(steps.size() - 1).span(),
                        "'" + first.name() + "' requires another '" + first.name() + "': " + through)
                .withHelp(
                        union
                                ? "give the union a member that ends it, or make a field optional with '?', or a list"
                                : "make one of these fields optional with '?', or a list"));
    }
}
