package io.rpcidl.codegen.java;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Generated code uses what the contract has marked as deprecated, as it must, and suppresses the warnings of that: in the
 * files where one of those names stands, and in no others.
 */
final class SuppressedWarnings {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Set<String> names = new TreeSet<>();

    private SuppressedWarnings() {}

    static SuppressedWarnings of(Schema schema) {
        SuppressedWarnings warnings = new SuppressedWarnings();
        for (ContractPackage each : schema.packages()) {
            each.types().forEach(type -> warnings.add(type, JavaNames.type(type)));
            each.types().forEach(type -> members(type).forEach(member -> warnings.add(member, name(member))));
            each.constants()
                    .forEach(constant -> warnings.add(constant, constant.name().simpleName()));
            for (Service service : each.services()) {
                warnings.add(service, service.name().simpleName());
                service.methods().forEach(method -> warnings.add(method, method.name()));
                service.methods()
                        .forEach(method -> method.parameters().forEach(field -> warnings.add(field, field.name())));
            }
        }
        return warnings;
    }

    /** Returns whether something deprecated may be used in a file. */
    boolean areIn(String text) {
        if (names.isEmpty()) {
            return false;
        }
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (names.contains(words.group())) {
                return true;
            }
        }
        return false;
    }

    /** Returns a file with the annotation before all others of its type. JavaPoet cannot add to a record that is built. */
    static String suppress(String text, boolean byFullName) {
        int annotations = text.indexOf("\n@") + 1;
        String annotation = byFullName ? "@java.lang.SuppressWarnings" : "@SuppressWarnings";
        return text.substring(0, annotations) + annotation + "(\"deprecation\")\n" + text.substring(annotations);
    }

    private void add(Noted noted, String name) {
        if (noted.notes().deprecated().isPresent()) {
            List<String> all = new ArrayList<>(List.of(name, name + "_"));
            if (noted instanceof Service) {
                all.add(name + "Async");
            }
            names.addAll(all);
        }
    }

    private static Stream<? extends Noted> members(TypeDeclaration type) {
        if (type instanceof Struct struct) {
            return struct.fields().stream();
        }
        if (type instanceof ErrorType error) {
            return error.fields().stream();
        }
        if (type instanceof UnionType union) {
            return union.members().stream();
        }
        return type instanceof EnumType each ? each.members().stream() : Stream.of();
    }

    private static String name(Noted member) {
        if (member instanceof Field field) {
            return field.name();
        }
        return member instanceof UnionMember union ? union.name() : ((EnumMember) member).name();
    }
}
