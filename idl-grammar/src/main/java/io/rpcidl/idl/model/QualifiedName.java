package io.rpcidl.idl.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * The full name of a declaration, such as {@code shop.catalog.v1.Product}.
 *
 * @param packageName the dotted name of its package
 * @param simpleName its own name
 */
public record QualifiedName(String packageName, String simpleName) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::packageName).thenComparing(QualifiedName::simpleName);

    /** Checks that neither part is null. */
    public QualifiedName {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(simpleName, "simpleName");
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return packageName + "." + simpleName;
    }
}
