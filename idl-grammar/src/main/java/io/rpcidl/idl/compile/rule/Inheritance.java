package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.compile.link.Circles;
import io.rpcidl.idl.compile.link.DependencyOrder;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Services extend others in no circle, each once, and within limits that keep what follows from them small. */
final class Inheritance implements Rule {

    /** How many services may stand one behind the other. */
    private static final int LEVELS = 64;

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        new Search(contract, sink).run();
    }

    private static final class Search {

        private final LinkedContract contract;
        private final InheritedMethods inherited;
        private final DiagnosticSink sink;
        private final Map<ServiceDeclaration, Integer> levels = new IdentityHashMap<>();
        private final Set<ServiceDeclaration> circular = Collections.newSetFromMap(new IdentityHashMap<>());

        Search(LinkedContract contract, DiagnosticSink sink) {
            this.contract = contract;
            this.inherited = new InheritedMethods(contract);
            this.sink = sink;
        }

        void run() {
            DependencyOrder<ServiceDeclaration> order = new DependencyOrder<>(this::parents, this::visit, this::refuse);
            contract.declarations()
                    .filter(ServiceDeclaration.class::isInstance)
                    .map(ServiceDeclaration.class::cast)
                    .forEach(service -> {
                        checkTwice(service);
                        order.visit(service);
                    });
        }

        private List<ServiceDeclaration> parents(ServiceDeclaration service) {
            return inherited.parents(service);
        }

        private void visit(ServiceDeclaration service) {
            int level = 1
                    + parents(service).stream()
                            .mapToInt(parent -> levels.getOrDefault(parent, 0))
                            .max()
                            .orElse(0);
            levels.put(service, level);
            if (level == LEVELS + 1) {
                tooMuch(service, LEVELS + " services that extend each other");
            }
            if (level <= LEVELS && !circular.contains(service)) {
                checkMethods(service);
            }
        }

        private void checkMethods(ServiceDeclaration service) {
            if (inherited.exhausted()) {
                return;
            }
            Optional<List<InheritedMethods.Entry>> methods = inherited.of(service);
            if (inherited.exhausted()) {
                sink.add(
                        Code.INHERITS_TOO_MUCH,
                        service.name().span(),
                        "all services up to '" + service.name() + "' inherit more than " + InheritedMethods.TOTAL
                                + " services and methods together");
            } else if (methods.isEmpty()) {
                tooMuch(service, InheritedMethods.LIMIT + " services or methods");
            } else if (!methods.get().isEmpty()) {
                new InheritedClashes(service, inherited, sink).check(methods.get());
            }
        }

        private void tooMuch(ServiceDeclaration service, String what) {
            sink.add(
                    Code.INHERITS_TOO_MUCH,
                    service.name().span(),
                    "'" + service.name() + "' inherits from more than " + what);
        }

        private void checkTwice(ServiceDeclaration service) {
            Map<Object, Span> seen = new HashMap<>();
            for (DottedName name : service.parents()) {
                contract.links().parent(name).ifPresent(symbol -> {
                    Span first = seen.putIfAbsent(symbol.name(), name.span());
                    if (first != null) {
                        sink.add(Diagnostic.of(Code.DUPLICATE_NAME, name.span(), "'" + name + "' is extended already")
                                .withRelated("first extended here", first));
                    }
                });
            }
        }

        private void refuse(List<ServiceDeclaration> circle) {
            circular.addAll(circle);
            ServiceDeclaration first = circle.get(0);
            List<String> names = circle.stream().map(each -> each.name().text()).toList();
            sink.add(
                    Code.EXTENDS_ITSELF,
                    first.name().span(),
                    "the service '" + first.name() + "' extends itself: " + Circles.text(names));
        }
    }
}
