package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links the values of all constants, those first that others are made of. */
final class ConstantLinker {

    /** How many values may stand one within another. */
    static final int DEPTH = 64;

    private final Map<ConstDeclaration, FileLinker> files = new IdentityHashMap<>();
    private final Set<ConstDeclaration> circular = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Links links;
    private final DiagnosticSink sink;

    ConstantLinker(Links links, DiagnosticSink sink) {
        this.links = links;
        this.sink = sink;
    }

    /** Links the constants of all files. */
    void link(List<FileLinker> all) {
        for (FileLinker file : all) {
            file.declarations(ConstDeclaration.class).forEach(constant -> files.put(constant, file));
        }
        DependencyOrder<ConstDeclaration> order = new DependencyOrder<>(this::others, this::linkOne, this::refuse);
        all.forEach(file -> file.declarations(ConstDeclaration.class).forEach(order::visit));
    }

    /** Which names within a value are constants depends on its type, so it is linked once just to see them. */
    private List<ConstDeclaration> others(ConstDeclaration constant) {
        List<ConstDeclaration> others = new ArrayList<>();
        Constants watch = (use, other, place) -> {
            others.add(other);
            return Optional.empty();
        };
        links.type(constant.type())
                .ifPresent(type -> files.get(constant)
                        .values(watch, DiagnosticSink.discarding())
                        .value(constant.value(), type));
        others.removeIf(other -> !files.containsKey(other));
        return others;
    }

    private void linkOne(ConstDeclaration constant) {
        if (circular.contains(constant)) {
            return;
        }
        Optional<Value> value = links.type(constant.type())
                .flatMap(type -> files.get(constant).values().value(constant.value(), type));
        if (value.isPresent() && ValueParts.of(value.get()).depth() > DEPTH) {
            sink.add(
                    Code.VALUE_TOO_LARGE,
                    constant.value().span(),
                    "more than " + DEPTH + " values stand one within another in '" + constant.name() + "'");
        } else {
            value.ifPresent(each -> links.put(constant.value(), each));
        }
    }

    private void refuse(List<ConstDeclaration> circle) {
        circular.addAll(circle);
        ConstDeclaration first = circle.get(0);
        List<String> names = circle.stream().map(each -> each.name().text()).toList();
        String message = "the constant '" + first.name() + "' consists of itself: " + Circles.text(names);
        sink.add(Diagnostic.of(Code.CONSISTS_OF_ITSELF, first.value().span(), message));
    }
}
