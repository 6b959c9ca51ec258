package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.Option;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.source.Span;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** The Java package of a package: that of an option in any of its files, else its own name. */
public final class JavaPackages {

    static final String OPTION = "java.package";

    private JavaPackages() {}

    /**
     * A Java package and where it is named.
     *
     * @param chosen whether an option names it
     */
    record Named(String name, boolean chosen, Span span) {}

    /** Returns the Java package of all files of one package. */
    public static String of(Collection<SourceUnit> units) {
        return named(units).map(Named::name).orElseThrow();
    }

    /** Returns the first option, else the first statement that names the package. */
    static Optional<Named> named(Collection<SourceUnit> units) {
        Optional<Named> option = units.stream().flatMap(JavaPackages::options).findFirst();
        return option.or(() -> units.stream()
                .flatMap(unit -> unit.packageName().stream())
                .map(JavaPackages::own)
                .findFirst());
    }

    static Stream<Named> options(SourceUnit unit) {
        return unit.all(Option.class)
                .filter(option -> option.name().text().equals(OPTION) && option.value() instanceof TextLiteral)
                .map(option -> new Named(
                        ((TextLiteral) option.value()).value(),
                        true,
                        option.value().span()));
    }

    private static Named own(DottedName name) {
        return new Named(name.text(), false, name.span());
    }
}
