package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.UnionMember;
import java.util.List;

/**
 * Something with a name in the contract and one on the wire.
 *
 * @param aliases further names that mean it when read
 */
record Named<T extends Noted>(String name, String wireName, List<String> aliases, T of) {

    static List<Named<Field>> fields(List<Field> all) {
        return all.stream()
                .map(each ->
                        new Named<>(each.name(), each.wireName(), each.traits().aliases(), each))
                .toList();
    }

    static List<Named<EnumMember>> members(List<EnumMember> all) {
        return all.stream()
                .map(each -> new Named<>(each.name(), each.wireName(), each.aliases(), each))
                .toList();
    }

    static List<Named<UnionMember>> cases(List<UnionMember> all) {
        return all.stream()
                .map(each -> new Named<>(each.name(), each.wireName(), each.aliases(), each))
                .toList();
    }

    static List<Named<Method>> methods(List<Method> all) {
        return all.stream()
                .map(each -> new Named<>(each.name(), each.wireName(), List.of(), each))
                .toList();
    }

    static List<Named<Service>> services(List<Service> all) {
        return all.stream()
                .map(each -> new Named<>(each.name().toString(), each.wireName(), List.of(), each))
                .toList();
    }

    /** Returns whether it is read under this name on the wire. */
    boolean reads(String wire) {
        return wireName.equals(wire) || aliases.contains(wire);
    }
}
