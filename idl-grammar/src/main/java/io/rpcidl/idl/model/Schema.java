package io.rpcidl.idl.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that one run of the compiler saw, linked and free of errors: packages in order of name. Immutable. */
public final class Schema {

    private final List<ContractPackage> packages;
    private final List<ContractFile> files;
    private final Map<String, ContractPackage> byName = new HashMap<>();
    private final Map<QualifiedName, TypeDeclaration> types = new HashMap<>();
    private final Map<QualifiedName, Service> services = new HashMap<>();

    /** Makes a schema of packages that refer to nothing outside. */
    public Schema(List<ContractPackage> packages) {
        this(packages, List.of());
    }

    /** Makes a schema of packages that refer to nothing outside, and of the files that they come from. */
    public Schema(List<ContractPackage> packages, List<ContractFile> files) {
        this.files = files.stream()
                .sorted(Comparator.comparing(each -> each.span().file().name()))
                .toList();
        this.packages = packages.stream()
                .sorted(Comparator.comparing(ContractPackage::name))
                .toList();
        for (ContractPackage each : this.packages) {
            byName.put(each.name(), each);
            each.types().forEach(type -> types.put(type.name(), type));
            each.services().forEach(service -> services.put(service.name(), service));
        }
    }

    /** Returns the packages in order of name. */
    public List<ContractPackage> packages() {
        return packages;
    }

    /** Returns the files in order of name; none if the schema was not made of text. */
    public List<ContractFile> files() {
        return files;
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

    /** Returns the service of that name; asking for another is a bug of the caller. */
    public Service service(QualifiedName name) {
        Service found = services.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no service " + name + " in this schema");
        }
        return found;
    }

    /**
     * Returns all methods of a service: those of its parents in the order of {@code extends}, each parent's own parents
     * first, then its own. A parent that is reached twice counts once.
     */
    public List<Method> methods(Service service) {
        Set<QualifiedName> seen = new HashSet<>();
        List<Method> methods = new ArrayList<>();
        collect(service, seen, methods);
        return List.copyOf(methods);
    }

    private void collect(Service service, Set<QualifiedName> seen, List<Method> methods) {
        if (seen.add(service.name())) {
            service.parents().forEach(parent -> collect(service(parent), seen, methods));
            methods.addAll(service.methods());
        }
    }
}
