package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One parsed file.
 *
 * @param items what it consists of, in its order
 * @param damaged whether there were syntax errors, so that something may be missing here
 */
public record SourceUnit(SourceFile file, List<Item> items, boolean damaged) {

    /** Copies the items. */
    public SourceUnit {
        items = List.copyOf(items);
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
