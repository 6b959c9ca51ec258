package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One parsed file.
 *
 * @param items what it consists of, in its order
 * @param damage what syntax errors have spoilt, so that something may be missing here
 */
public record SourceUnit(SourceFile file, List<Item> items, Optional<Damage> damage) {

    /** Copies the items. */
    public SourceUnit {
        items = List.copyOf(items);
    }

    /** Returns whether there were syntax errors. */
    public boolean damaged() {
        return damage.isPresent();
    }

    /** Returns whether a name that it does not declare may have been lost in a syntax error. */
    public boolean mayDeclare(String name) {
        return damage.filter(found -> found.mayDeclare(name)).isPresent();
    }

    /** Returns whether an item has no syntax error. */
    public boolean isWhole(Item item) {
        return damage.filter(found -> found.touches(start(item), item.span().end()))
                .isEmpty();
    }

    /** Returns where an item begins, with its annotations. */
    public static int start(Item item) {
        return item instanceof Declaration declaration
                        && !declaration.annotations().isEmpty()
                ? declaration.annotations().get(0).span().start()
                : item.span().start();
    }

    /** Returns the unit without the items that have syntax errors; its package it keeps, if it was understood. */
    public SourceUnit whole() {
        List<Item> whole = items.stream()
                .filter(item -> item instanceof PackageStatement || isWhole(item))
                .toList();
        return new SourceUnit(file, whole, damage);
    }

    /** Returns the package that the file names, the first if it names several. */
    public Optional<DottedName> packageName() {
        return all(PackageStatement.class).map(PackageStatement::name).findFirst();
    }

    /** Returns the declarations. */
    public List<Declaration> declarations() {
        return all(Declaration.class).toList();
    }

    /** Returns the imports. */
    public List<Import> imports() {
        return all(Import.class).toList();
    }

    /** Returns the items of one kind. */
    public <T extends Item> Stream<T> all(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast);
    }
}
