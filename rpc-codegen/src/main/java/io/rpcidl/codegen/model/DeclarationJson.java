package io.rpcidl.codegen.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.idl.model.Alias;
import io.rpcidl.idl.model.Constant;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.List;

/** Types, aliases and constants as JSON. */
final class DeclarationJson {

    private DeclarationJson() {}

    static void append(ObjectNode node, Alias alias) {
        node.put("name", alias.name().simpleName());
        node.set("type", TypeJson.of(alias.type()));
        NotesJson.append(node, alias);
    }

    static void append(ObjectNode node, Constant constant) {
        node.put("name", constant.name().simpleName());
        node.set("type", TypeJson.of(constant.type()));
        node.set("value", ValueJson.of(constant.value()));
        NotesJson.append(node, constant);
    }

    static void append(ObjectNode node, TypeDeclaration type) {
        if (type instanceof Struct struct) {
            head(node, "struct", type);
            fields(node.putArray("fields"), struct.fields());
            texts(node.putArray("reserved"), struct.reserved());
        } else if (type instanceof ErrorType error) {
            head(node, "error", type);
            node.put("code", error.code().name());
            fields(node.putArray("fields"), error.fields());
            texts(node.putArray("reserved"), error.reserved());
        } else if (type instanceof EnumType enumeration) {
            appendEnum(node, enumeration);
        } else if (type instanceof UnionType union) {
            appendUnion(node, union);
        } else {
            Newtype newtype = (Newtype) type;
            head(node, "newtype", type);
            node.set("type", TypeJson.of(newtype.type()));
            node.put("sensitive", newtype.sensitive());
        }
        NotesJson.append(node, type);
    }

    private static void head(ObjectNode node, String kind, TypeDeclaration type) {
        node.put("kind", kind);
        node.put("name", type.name().simpleName());
    }

    private static void appendEnum(ObjectNode node, EnumType type) {
        head(node, "enum", type);
        node.put("closed", type.closed());
        ArrayNode members = node.putArray("members");
        type.members().forEach(member -> {
            ObjectNode each = members.addObject();
            names(each, member.name(), member.wireName(), member.aliases());
            NotesJson.append(each, member);
        });
        texts(node.putArray("reserved"), type.reserved());
    }

    private static void appendUnion(ObjectNode node, UnionType type) {
        head(node, "union", type);
        node.put("closed", type.closed());
        ArrayNode members = node.putArray("members");
        for (UnionMember member : type.members()) {
            ObjectNode each = members.addObject();
            names(each, member.name(), member.wireName(), member.aliases());
            member.type().ifPresent(payload -> each.set("type", TypeJson.of(payload)));
            each.put("sensitive", member.sensitive());
            NotesJson.append(each, member);
        }
        texts(node.putArray("reserved"), type.reserved());
    }

    static void fields(ArrayNode list, List<Field> fields) {
        fields.forEach(field -> append(list.addObject(), field));
    }

    static void append(ObjectNode node, Field field) {
        names(node, field.name(), field.wireName(), field.traits().aliases());
        node.set("type", TypeJson.of(field.type()));
        node.put("presence", NotesJson.lower(field.presence()));
        field.defaultValue().ifPresent(value -> node.set("default", ValueJson.of(value)));
        node.put("tristate", field.traits().tristate());
        node.put("sensitive", field.traits().sensitive());
        NotesJson.append(node, field);
    }

    static void names(ObjectNode node, String name, String wireName, List<String> aliases) {
        node.put("name", name);
        node.put("wireName", wireName);
        texts(node.putArray("aliases"), aliases);
    }

    static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }
}
