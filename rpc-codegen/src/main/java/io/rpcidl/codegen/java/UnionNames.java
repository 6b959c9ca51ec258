package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A union and what is generated for it, by name.
 *
 * @param model what the contract says
 * @param union the interface
 * @param members its members
 */
record UnionNames(UnionType model, ClassName union, List<Member> members) {

    /**
     * A member as generated code sees it.
     *
     * @param model what the contract says
     * @param record the record that holds its payload
     * @param factory the method that makes one
     * @param field the member as one of an object, under its own name; without a payload its type means nothing
     * @param value the record's component, if it has a payload
     */
    record Member(UnionMember model, ClassName record, String factory, JavaField field, Optional<JavaField> value) {}

    static UnionNames of(UnionType model, TypeMapper types) {
        ClassName union = types.className(model.name());
        Names taken = new Names();
        taken.free(union.simpleName());
        List<Member> members = new ArrayList<>();
        for (UnionMember member : model.members()) {
            String record = taken.free(JavaNames.capitalized(member.name()) + "Case");
            members.add(new Member(
                    member,
                    union.nestedClass(record),
                    JavaNames.factory(member.name()),
                    field(member, types),
                    member.type().map(type -> JavaField.wrapped(type, member.sensitive(), member.span(), types))));
        }
        return new UnionNames(model, union, List.copyOf(members));
    }

    private static JavaField field(UnionMember member, TypeMapper types) {
        Field field = new Field(
                member.name(),
                member.wireName(),
                member.notes(),
                member.type().orElse(Builtin.BOOL),
                Presence.REQUIRED,
                Optional.empty(),
                new Field.Traits(member.aliases(), false, member.sensitive()),
                member.span());
        return JavaField.of(List.of(field), JavaNames::component, types).get(0);
    }

    /** Returns the members as fields, in order. */
    List<JavaField> fields() {
        return members.stream().map(Member::field).toList();
    }

    /** Returns the payloads that there are. */
    List<JavaField> values() {
        return members.stream().flatMap(member -> member.value().stream()).toList();
    }

    /** Returns the record of a member that the contract does not know. */
    ClassName unknown() {
        return union.nestedClass("Unknown_");
    }
}
