package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what a name means in a file: something of its own, or, behind a prefix, of an included file. What belongs to a
 * missing file is not found, and nothing is said, as that was said of the file.
 */
final class Resolver {

    private final Directory directory;
    private final DiagnosticSink sink;

    Resolver(Directory directory, DiagnosticSink sink) {
        this.directory = directory;
        this.sink = sink;
    }

    /** A member of an enum. */
    record EnumMember(Symbol owner, Definition.Member member) {}

    /** Returns a type or a service, and reports it if it is not there. */
    Optional<Symbol> type(SourceUnit unit, Word name) {
        Optional<Symbol> found = find(unit, name.text(), directory::types);
        if (found.isEmpty() && !unit.isMissing(name.text())) {
            sink.add(Diagnostic.of(
                            Code.THRIFT_UNKNOWN, name.span(), "'" + Places.excerpt(name.text()) + "' is not defined")
                    .withHelp(help(unit, name)));
        }
        return found;
    }

    private Optional<String> help(SourceUnit unit, Word name) {
        return sink.wantsHelp(unit.document().file())
                ? Suggestion.among(directory.types(unit).keySet(), name.text())
                : Optional.empty();
    }

    /** Returns a type without a word if it is not there. */
    Optional<Symbol> silently(SourceUnit unit, String name) {
        return find(unit, name, directory::types);
    }

    Optional<Symbol> constant(SourceUnit unit, String name) {
        return find(unit, name, directory::constants);
    }

    /** Returns the member that a name such as {@code Colour.RED} or {@code shared.Colour.RED} means. */
    Optional<EnumMember> member(SourceUnit unit, String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return find(unit, name.substring(0, dot), directory::types)
                .flatMap(symbol -> member(symbol, name.substring(dot + 1)));
    }

    static Optional<EnumMember> member(Symbol symbol, String name) {
        return symbol.enumMember(name).map(each -> new EnumMember(symbol, each));
    }

    private static Optional<Symbol> find(
            SourceUnit unit, String name, Function<SourceUnit, Map<String, Symbol>> scope) {
        Symbol own = scope.apply(unit).get(name);
        if (own != null) {
            return Optional.of(own);
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            for (SourceUnit included : unit.included(name.substring(0, dot))) {
                Symbol found = scope.apply(included).get(name.substring(dot + 1));
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
