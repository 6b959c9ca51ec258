package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.Circles;
import io.rpcidl.idl.compile.link.DependencyOrder;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A default ends, also when the members that it leaves out are filled in with their own defaults, and is not so large that
 * programs would fail to build it. Looks at each value once, though constants share them.
 */
final class FiniteDefaults implements Rule {

    private static final int DEPTH = 128;
    private static final long COUNT = 1_000_000;

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        Search search = new Search(contract, sink);
        DependencyOrder<Object> order = new DependencyOrder<>(search::parts, search::measure, search::refuse);
        contract.declarations()
                .flatMap(declaration -> Traversal.fields(declaration).stream())
                .filter(field -> field.defaultValue().isPresent())
                .forEach(order::visit);
    }

    /**
     * How large a value is with all that is filled in.
     *
     * @param refused whether that has been reported, here or further in
     */
    private record Size(long count, int depth, boolean refused) {

        static final Size NOTHING = new Size(0, 0, false);

        Size and(Size other) {
            return new Size(
                    Math.min(COUNT + 1, count + other.count), Math.max(depth, other.depth), refused || other.refused);
        }
    }

    /** Goes over values, and over fields for their defaults. */
    private static final class Search {

        private final LinkedContract contract;
        private final DiagnosticSink sink;
        private final Map<Object, Size> sizes = new IdentityHashMap<>();

        Search(LinkedContract contract, DiagnosticSink sink) {
            this.contract = contract;
            this.sink = sink;
        }

        List<Object> parts(Object thing) {
            if (thing instanceof FieldDeclaration field) {
                return field.defaultValue().flatMap(contract.links()::value).stream()
                        .collect(Collectors.toList());
            }
            if (thing instanceof Value.Elements elements) {
                return List.copyOf(elements.values());
            }
            if (thing instanceof Value.Entries entries) {
                return entries.entries().stream()
                        .flatMap(each -> Stream.<Object>of(each.key(), each.value()))
                        .toList();
            }
            if (thing instanceof Value.Members members) {
                return Stream.concat(members.members().values().stream(), filledIn(members))
                        .collect(Collectors.toList());
            }
            return thing instanceof Value.Case one ? one.payload().stream().collect(Collectors.toList()) : List.of();
        }

        private Stream<FieldDeclaration> filledIn(Value.Members members) {
            return contract.table().find(members.type()).stream()
                    .flatMap(symbol -> Traversal.fields(symbol.declaration()).stream())
                    .filter(field -> field.defaultValue().isPresent()
                            && !members.members().containsKey(field.name().text()));
        }

        void measure(Object thing) {
            Size inner = parts(thing).stream()
                    .map(each -> sizes.getOrDefault(each, Size.NOTHING))
                    .reduce(Size.NOTHING, Size::and);
            if (!(thing instanceof FieldDeclaration field)) {
                sizes.put(thing, new Size(inner.count + 1, inner.depth + 1, inner.refused));
                return;
            }
            boolean large = inner.count > COUNT || inner.depth > DEPTH;
            sizes.put(field, new Size(inner.count, inner.depth, inner.refused || large));
            if (large && !inner.refused) {
                sink.add(
                        Code.VALUE_TOO_LARGE,
                        field.defaultValue().orElseThrow().span(),
                        "with all defaults within it the default of '" + field.name() + "' is of more than " + COUNT
                                + " values, or of more than " + DEPTH + " one within another");
            }
        }

        void refuse(List<Object> circle) {
            List<FieldDeclaration> fields = circle.stream()
                    .filter(FieldDeclaration.class::isInstance)
                    .map(FieldDeclaration.class::cast)
                    .toList();
            List<String> names = fields.stream().map(each -> each.name().text()).toList();
            sink.add(Diagnostic.of(
                            Code.CONSISTS_OF_ITSELF,
                            fields.get(0).defaultValue().orElseThrow().span(),
                            "the default of '" + names.get(0) + "' consists of itself: " + Circles.text(names))
                    .withHelp("make one of these fields optional with '?'"));
        }
    }
}
