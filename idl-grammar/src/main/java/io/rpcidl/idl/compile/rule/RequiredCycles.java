package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.Symbol;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * No type requires a value of itself, directly or through others: nobody could build the first one. A depth-first search
 * over required fields with a stack of its own, as the chain of types may be longer than the thread's stack.
 */
final class RequiredCycles implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        Set<Declaration> done = Collections.newSetFromMap(new IdentityHashMap<>());
        contract.declarations().forEach(start -> new Search(contract, sink, done).run(start));
    }

    /** A type on the path that is being followed: the field by which it is left, and those not followed yet. */
    private static final class Step {
        private final Declaration type;
        private final Iterator<FieldDeclaration> rest;
        private FieldDeclaration followed;

        Step(Declaration type) {
            this.type = type;
            this.rest = Traversal.fields(type).iterator();
        }
    }

    private static final class Search {

        private final LinkedContract contract;
        private final DiagnosticSink sink;
        private final Set<Declaration> done;
        private final List<Step> path = new ArrayList<>();
        private final Set<Declaration> onPath = Collections.newSetFromMap(new IdentityHashMap<>());

        Search(LinkedContract contract, DiagnosticSink sink, Set<Declaration> done) {
            this.contract = contract;
            this.sink = sink;
            this.done = done;
        }

        void run(Declaration start) {
            enter(start);
            while (!path.isEmpty()) {
                Step step = path.get(path.size() - 1);
                if (step.rest.hasNext()) {
                    step.followed = step.rest.next();
                    follow(step.followed);
                } else {
                    path.remove(path.size() - 1);
                    onPath.remove(step.type);
                }
            }
        }

        private void enter(Declaration type) {
            if (done.add(type)) {
                onPath.add(type);
                path.add(new Step(type));
            }
        }

        private void follow(FieldDeclaration field) {
            Optional<Declaration> target = required(field);
            if (target.filter(onPath::contains).isPresent()) {
                report(field, target.get());
            } else {
                target.ifPresent(this::enter);
            }
        }

        private Optional<Declaration> required(FieldDeclaration field) {
            boolean must = !field.type().optional() && field.defaultValue().isEmpty();
            return contract.links()
                    .type(field.type())
                    .filter(type -> must && type instanceof TypeRef.Named)
                    .map(type -> ((TypeRef.Named) type).name())
                    .flatMap(name ->
                            contract.table().find(name.packageName()).flatMap(scope -> scope.find(name.simpleName())))
                    .map(Symbol::declaration);
        }

        private void report(FieldDeclaration field, Declaration target) {
            int start = 0;
            while (path.get(start).type != target) {
                start++;
            }
            List<Step> circle = path.subList(start, path.size());
            String through = circle.stream()
                    .limit(8)
                    .map(step -> step.type.name() + "." + step.followed.name())
                    .collect(Collectors.joining(", "));
            String more = circle.size() > 8 ? ", ..." : "";
            sink.add(Diagnostic.of(
                            Code.REQUIRES_ITSELF,
                            field.type().span(),
                            "'" + target.name() + "' requires another '" + target.name() + "': " + through + more)
                    .withHelp("make one of these fields optional with '?', or a list"));
        }
    }
}
