package io.rpcidl.idl.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that one run of the compiler saw, linked and free of errors: packages in order of name. Immutable. */
public final class Schema {

    private final List<ContractPackage> packages;
    private final Map<String, ContractPackage> byName = new HashMap<>();
    private final Map<QualifiedName, TypeDeclaration> types = new HashMap<>();

    /** Makes a schema of packages that refer to nothing outside. */
    public Schema(List<ContractPackage> packages) {
        this.packages = packages.stream()
                .sorted(Comparator.comparing(ContractPackage::name))
                .toList();
        for (ContractPackage each : this.packages) {
            byName.put(each.name(), each);
            each.types().forEach(type -> types.put(type.name(), type));
        }
    }

    /** Returns the packages in order of name. */
    public List<ContractPackage> packages() {
        return packages;
    }

    /** Returns the package of that name; asking for another is a bug of the caller. */
    public ContractPackage contractPackage(String name) {
        ContractPackage found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no package " + name + " in this schema");
        }
        return found;
    }

    /** Returns the declaration of that name; asking for another is a bug of the caller. */
    public TypeDeclaration type(QualifiedName name) {
        TypeDeclaration found = types.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no type " + name + " in this schema");
        }
        return found;
    }
}
