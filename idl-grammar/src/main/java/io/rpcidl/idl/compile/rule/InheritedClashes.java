package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.compile.link.WireNames;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inherited methods of one service against its own and each other: all are called under its name, so they differ, on the
 * wire too, and in more than upper and lower case.
 */
final class InheritedClashes {

    private final ServiceDeclaration service;
    private final InheritedMethods inherited;
    private final DiagnosticSink sink;

    /** The methods by name in lower case, and by name on the wire, as {@code =name}, which no name is. */
    private final Map<String, InheritedMethods.Entry> seen = new HashMap<>();

    InheritedClashes(ServiceDeclaration service, InheritedMethods inherited, DiagnosticSink sink) {
        this.inherited = inherited;
        this.service = service;
        this.sink = sink;
    }

    void check(List<InheritedMethods.Entry> entries) {
        for (InheritedMethods.Entry each : entries) {
            first(each)
                    .filter(other ->
                            other.through() != each.through() && !isKnown(other, each) && !isKnown(each, other))
                    .ifPresent(other -> reportInherited(each, other));
        }
        for (MethodDeclaration own : service.methods()) {
            keys(own).filter(seen::containsKey).findFirst().ifPresent(key -> reportOwn(own, seen.get(key)));
        }
    }

    /** Returns whether the owner of one inherits the other, so that it has been told. */
    private boolean isKnown(InheritedMethods.Entry one, InheritedMethods.Entry other) {
        return inherited.of(other.owner()).stream().flatMap(List::stream).anyMatch(each -> each.owner() == one.owner());
    }

    /** Remembers a method, and returns the one that was there before. */
    private Optional<InheritedMethods.Entry> first(InheritedMethods.Entry entry) {
        return keys(entry.method()).map(key -> Optional.ofNullable(seen.putIfAbsent(key, entry))).toList().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<String> keys(MethodDeclaration method) {
        String name = method.name().text();
        return Stream.of(name.toLowerCase(Locale.ROOT), "=" + WireNames.of(method.annotations(), name));
    }

    private void reportInherited(InheritedMethods.Entry second, InheritedMethods.Entry first) {
        String message =
                "'" + second.method().name() + "' of '" + second.owner().name() + "' " + clash(second.method(), first)
                        + ", which '" + service.name() + "' inherits too";
        sink.add(Diagnostic.of(Code.INHERITED_CLASH, second.through().span(), message)
                .withRelated("the one is here", first.method().name().span())
                .withRelated("the other one is here", second.method().name().span())
                .withHelp("rename one of them, or extend only one of the services"));
    }

    private void reportOwn(MethodDeclaration own, InheritedMethods.Entry first) {
        sink.add(Diagnostic.of(
                        Code.INHERITED_CLASH,
                        own.name().span(),
                        "'" + own.name() + "' " + clash(own, first) + ", which '" + service.name() + "' inherits")
                .withRelated("the inherited one is here", first.method().name().span())
                .withHelp("rename it; an inherited method cannot be declared anew"));
    }

    private static String clash(MethodDeclaration method, InheritedMethods.Entry first) {
        String name = method.name().text();
        String other = first.method().name().text();
        String whose = "'" + other + "' of '" + first.owner().name() + "'";
        if (name.equals(other)) {
            return "has the name of " + whose;
        }
        return name.equalsIgnoreCase(other)
                ? "differs only in upper and lower case from " + whose
                : "is called on the wire as " + whose;
    }
}
