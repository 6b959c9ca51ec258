package io.rpcidl.idl.thrift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A definition and what it is called in the contract. Told apart by identity. */
final class Symbol {

    private final SourceUnit unit;
    private final Definition definition;
    private final String packageName;
    private final String name;
    private final Map<String, String> members;
    private final Map<String, Definition.Member> membersByName;
    private final Map<Long, Definition.Member> membersByNumber;
    private final Map<String, ThriftField> fields;
    private final List<ThriftField> required;

    Symbol(SourceUnit unit, Definition definition, String packageName, String name) {
        this.unit = unit;
        this.definition = definition;
        this.packageName = packageName;
        this.name = name;
        List<String> names = memberNames(definition);
        this.members = names.isEmpty() ? Map.of() : Names.ofMembers(names);
        List<Definition.Member> all =
                definition instanceof Definition.Enumeration enumeration ? enumeration.members() : List.of();
        this.membersByName = index(all, each -> each.name().text());
        this.membersByNumber = index(all, Definition.Member::number);
        List<ThriftField> whole = definition instanceof Definition.Structure structure ? structure.fields() : List.of();
        this.fields = index(whole, each -> each.name().text());
        this.required = whole.stream()
                .filter(each -> each.requiredness() == Requiredness.REQUIRED)
                .filter(each -> each.value().isEmpty())
                .toList();
    }

    /** Returns the first of each key. */
    private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
        if (values.isEmpty()) {
            return Map.of();
        }
        Map<K, V> index = new HashMap<>();
        values.forEach(each -> index.putIfAbsent(key.apply(each), each));
        return index;
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

    /** Returns the fields of a struct, a union or an exception that must be set. */
    List<ThriftField> required() {
        return required;
    }

    Optional<ThriftField> field(String original) {
        return Optional.ofNullable(fields.get(original));
    }

    Optional<Definition.Member> enumMember(String original) {
        return Optional.ofNullable(membersByName.get(original));
    }

    /** Returns the first member of a number. */
    Optional<Definition.Member> enumMember(long number) {
        return Optional.ofNullable(membersByNumber.get(number));
    }

    /** Returns whether it is a constant. */
    boolean isConstant() {
        return definition instanceof Definition.Constant;
    }
}
