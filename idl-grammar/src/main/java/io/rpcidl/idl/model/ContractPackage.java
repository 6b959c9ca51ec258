package io.rpcidl.idl.model;

import java.util.List;

/**
 * All declarations of one package, from all its files, each kind in order of file name and then of place.
 *
 * @param name the dotted name
 * @param javaPackage the Java package of generated code: that of {@code option java.package}, else {@code name}
 */
public record ContractPackage(
        String name,
        String javaPackage,
        List<TypeDeclaration> types,
        List<Alias> aliases,
        List<Constant> constants,
        List<Service> services) {

    /** Copies the lists. */
    public ContractPackage {
        types = List.copyOf(types);
        aliases = List.copyOf(aliases);
        constants = List.copyOf(constants);
        services = List.copyOf(services);
    }
}
