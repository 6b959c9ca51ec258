package io.rpcidl.idl.thrift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A definition and what it is called in the contract. Told apart by identity. */
final class Symbol {

    private final SourceUnit unit;
    private final Definition definition;
    private final String packageName;
    private final String name;
    private final Map<String, String> members;
    private final Map<String, Definition.Member> membersByName = new HashMap<>();
    private final Map<Long, Definition.Member> membersByNumber = new HashMap<>();
    private final Map<String, ThriftField> fields = new HashMap<>();

    Symbol(SourceUnit unit, Definition definition, String packageName, String name) {
        this.unit = unit;
        this.definition = definition;
        this.packageName = packageName;
        this.name = name;
        this.members = Names.ofMembers(memberNames(definition));
        if (definition instanceof Definition.Enumeration enumeration) {
            enumeration.members().forEach(each -> {
                membersByName.putIfAbsent(each.name().text(), each);
                membersByNumber.putIfAbsent(each.number(), each);
            });
        } else if (definition instanceof Definition.Structure structure) {
            structure.fields().forEach(each -> fields.putIfAbsent(each.name().text(), each));
        }
    }

    Optional<Definition.Member> enumMember(String original) {
        return Optional.ofNullable(membersByName.get(original));
    }

    /** Returns the first member of a number. */
    Optional<Definition.Member> enumMember(long number) {
        return Optional.ofNullable(membersByNumber.get(number));
    }

    Optional<ThriftField> field(String original) {
        return Optional.ofNullable(fields.get(original));
    }

    private static List<String> memberNames(Definition definition) {
        if (definition instanceof Definition.Structure structure) {
            return structure.fields().stream().map(each -> each.name().text()).toList();
        }
        if (definition instanceof Definition.Enumeration enumeration) {
            return enumeration.members().stream()
                    .map(each -> each.name().text())
                    .toList();
        }
        return definition instanceof Definition.Service service
                ? service.methods().stream().map(each -> each.name().text()).toList()
                : List.of();
    }

    SourceUnit unit() {
        return unit;
    }

    Definition definition() {
        return definition;
    }

    String packageName() {
        return packageName;
    }

    /** Returns its name in the contract. */
    String name() {
        return name;
    }

    /** Returns the name in the contract of one of its fields, members or methods. */
    String member(String original) {
        return members.get(original);
    }

    /** Returns whether it is a constant. */
    boolean isConstant() {
        return definition instanceof Definition.Constant;
    }
}
