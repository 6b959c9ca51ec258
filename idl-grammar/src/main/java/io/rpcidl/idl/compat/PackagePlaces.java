package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where changes are reported that concern a package as a whole, or something that is gone from it: at the start of the
 * new file that has the name of the old one, else of the first file of the package.
 */
final class PackagePlaces {

    private PackagePlaces() {}

    /** Returns the place of a package that is in both contracts. */
    static Place of(ContractPackage before, ContractPackage after) {
        Span old = first(before).or(() -> first(after)).orElseGet(PackagePlaces::nowhere);
        return Place.of("", start(first(after).orElse(old)), start(old));
    }

    /** Returns the place of a package that is gone: there is none but the old one. */
    static Place gone(ContractPackage before) {
        Span old = first(before).orElseGet(PackagePlaces::nowhere);
        return Place.of("", start(old), old);
    }

    /** Returns the place where something is missing from a package. */
    static Place without(Noted removed, String name, ContractPackage after, Place place) {
        String file = simpleName(removed.span().file());
        Span now = declarations(after)
                .map(Noted::span)
                .filter(each -> simpleName(each.file()).equals(file))
                .findFirst()
                .map(PackagePlaces::start)
                .orElse(place.now());
        return place.at(now).removed(name, removed);
    }

    private static Optional<Span> first(ContractPackage contract) {
        return declarations(contract).findFirst().map(Noted::span);
    }

    private static Stream<Noted> declarations(ContractPackage contract) {
        return Stream.<List<? extends Noted>>of(
                        contract.types(), contract.services(), contract.constants(), contract.aliases())
                .flatMap(List::stream);
    }

    private static String simpleName(SourceFile file) {
        String name = file.name();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static Span start(Span span) {
        return new Span(span.file(), 0, 0);
    }

    private static Span nowhere() {
        return new Span(new SourceFile("contract", ""), 0, 0);
    }
}
