package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Allowance;
import io.rpcidl.idl.model.ContractFile;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where changes are reported that concern a package as a whole, or something that is gone from it: where the new file that
 * has the name of the old one names its package, else where the first file of the package does.
 */
final class PackagePlaces {

    private static final Span NOWHERE = new Span(new SourceFile("contract", ""), 0, 0);

    private final Map<String, Span> before = new HashMap<>();
    private final Map<String, Span> after = new HashMap<>();
    private final Map<String, Span> afterByFile = new LinkedHashMap<>();
    private final Map<String, Notes> allowances = new HashMap<>();

    PackagePlaces(Schema before, Schema after) {
        before.files().forEach(each -> this.before.putIfAbsent(each.packageName(), each.span()));
        for (ContractFile each : after.files()) {
            this.after.putIfAbsent(each.packageName(), each.span());
            afterByFile.putIfAbsent(key(each.packageName(), each.span()), each.span());
            afterByFile.putIfAbsent(key("", each.span()), each.span());
            allowances.merge(each.packageName(), notes(each), PackagePlaces::both);
        }
    }

    /** Returns the place of a package that is in both contracts. */
    Place of(String name) {
        Span old = before.getOrDefault(name, NOWHERE);
        return new Place("", after.getOrDefault(name, old), Place.inOld(old), around(name));
    }

    /** Returns the place of a type or a service that is in both contracts. */
    Place of(QualifiedName name, Noted old, Noted now) {
        return of(name.packageName()).kept(name.simpleName(), old, now);
    }

    /** Returns the place of a package that is gone: in the new file of its old name, else in the old one. */
    Place gone(ContractPackage old) {
        Span span = before.getOrDefault(old.name(), NOWHERE);
        return Place.of("", afterByFile.getOrDefault(key("", span), span), span);
    }

    /** Returns the place where something is missing from a package that is in both contracts, or is gone itself. */
    Place without(Noted removed, QualifiedName name) {
        Span old = removed.span();
        Optional<Span> sameFile = Optional.ofNullable(afterByFile.get(key(name.packageName(), old)));
        Span now = sameFile.orElse(after.getOrDefault(name.packageName(), old));
        return of(name.packageName()).at(now).removed(name.simpleName(), removed);
    }

    private List<Notes> around(String name) {
        return Optional.ofNullable(allowances.get(name)).stream().toList();
    }

    private static Notes notes(ContractFile file) {
        List<Allowance> all = file.breakingAllowances().stream()
                .map(each -> new Allowance(each.code(), "option", each.span()))
                .toList();
        return new Notes("", Optional.empty(), List.of(), all);
    }

    private static Notes both(Notes one, Notes other) {
        List<Allowance> all = new java.util.ArrayList<>(one.allowances());
        all.addAll(other.allowances());
        return new Notes("", Optional.empty(), List.of(), all);
    }

    private static String key(String packageName, Span span) {
        String name = span.file().name();
        int start = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
        return packageName + "/" + name.substring(start);
    }
}
