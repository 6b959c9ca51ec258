package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.Import;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.parser.IdlParser;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Contracts that others may import, by package: a package comes from one place, the roots or one library. Only the packages
 * that the roots need are looked into; what is wrong with them is said where it stands. If one is missing, it is looked for
 * elsewhere, which may take long: in jars that have to be fetched.
 */
final class Libraries {

    private final Function<Set<String>, Loader.Result> elsewhere;
    private final DiagnosticSink sink;
    private final Map<String, List<Part>> byPackage = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> used = new TreeSet<>(); // the names of libraries
    private final List<SourceUnit> needed = new ArrayList<>();
    private boolean incomplete;

    /** The files of one package in one library. */
    private record Part(String library, List<SourceUnit> units, DiagnosticSink found) {

        Span place() {
            DottedName name = units.get(0).packageName().orElseThrow();
            return name.span();
        }
    }

    Libraries(List<Loader.Library> libraries, Function<Set<String>, Loader.Result> elsewhere, DiagnosticSink sink) {
        this.elsewhere = elsewhere;
        this.sink = sink;
        libraries.forEach(this::index);
    }

    private void index(Loader.Library library) {
        Map<String, Part> parts = new HashMap<>();
        for (SourceFile file : library.sources()) {
            DiagnosticSink found = new DiagnosticSink();
            SourceUnit unit = IdlParser.parse(file, found);
            unit.packageName().map(DottedName::text).ifPresent(name -> {
                Part part = parts.computeIfAbsent(name, key -> newPart(library.name(), key));
                part.units().add(unit);
                found.sorted().forEach(part.found()::add);
            });
        }
    }

    private Part newPart(String library, String packageName) {
        Part part = new Part(library, new ArrayList<>(), new DiagnosticSink());
        byPackage.computeIfAbsent(packageName, key -> new ArrayList<>()).add(part);
        return part;
    }

    /** Returns the files of all packages that some files import, directly or through others. */
    List<SourceUnit> neededBy(List<SourceUnit> own) {
        Map<String, Span> ownPackages = new TreeMap<>();
        own.forEach(unit -> unit.packageName().ifPresent(name -> ownPackages.putIfAbsent(name.text(), name.span())));
        seen.addAll(ownPackages.keySet());
        follow(own);
        if (!missing.isEmpty()) {
            Loader.Result found = elsewhere.apply(Set.copyOf(missing));
            found.libraries().forEach(this::index);
            seen.removeAll(missing);
            missing.clear();
            follow(Stream.concat(own.stream(), List.copyOf(needed).stream()).toList());
            found.diagnostics().stream().filter(this::matters).forEach(each -> {
                sink.add(each);
                incomplete |= each.isError();
            });
        }
        ownPackages.forEach((name, place) ->
                byPackage.getOrDefault(name, List.of()).stream().limit(1).forEach(part -> reportTwice(place, part)));
        return needed;
    }

    /** What cannot be read matters if something is still missing, which it may hold, or if it is beside something that is needed. */
    private boolean matters(Diagnostic unread) {
        String name = unread.span().file().name();
        return !missing.isEmpty() || used.stream().anyMatch(name::startsWith);
    }

    /** Returns whether something that was looked for elsewhere could not be read. */
    boolean isIncomplete() {
        return incomplete;
    }

    private void follow(Collection<SourceUnit> from) {
        Deque<SourceUnit> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Import each : open.remove().imports()) {
                if (seen.add(each.packageName().text())) {
                    List<SourceUnit> units = units(each.packageName());
                    needed.addAll(units);
                    open.addAll(units);
                }
            }
        }
    }

    private List<SourceUnit> units(DottedName packageName) {
        List<Part> parts = byPackage.getOrDefault(packageName.text(), List.of());
        if (parts.isEmpty()) {
            missing.add(packageName.text());
            return List.of();
        }
        if (parts.size() > 1) {
            reportTwice(parts.get(0).place(), parts.get(1));
        }
        used.add(parts.get(0).library());
        parts.get(0).found().sorted().forEach(sink::add);
        return parts.get(0).units();
    }

    private void reportTwice(Span place, Part other) {
        String name = other.units().get(0).packageName().orElseThrow().text();
        String message = "the package " + name + " is also in the library " + other.library();
        sink.add(Diagnostic.of(Code.PACKAGE_IN_TWO_PLACES, place, message)
                .withRelated("it is here too", other.place())
                .withHelp("give one of them another name, or leave one of the two out"));
    }
}
