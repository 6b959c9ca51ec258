package io.rpcidl.idl;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.MethodTraits;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.List;
import java.util.stream.Collectors;

/** A schema as text, with everything that is in it, places included. */
public final class SchemaDump {

    private final StringBuilder out = new StringBuilder();

    private SchemaDump() {}

    public static String of(Schema schema) {
        SchemaDump dump = new SchemaDump();
        schema.packages().forEach(dump::contractPackage);
        return dump.out.toString();
    }

    private void contractPackage(ContractPackage each) {
        line("package " + each.name() + " -> " + each.javaPackage());
        each.constants()
                .forEach(constant -> line("  const " + constant.name() + ": " + constant.type() + " = "
                        + constant.value() + tail(constant)));
        each.aliases().forEach(alias -> line("  alias " + alias.name() + " = " + alias.type() + tail(alias)));
        each.types().forEach(this::type);
        each.services().forEach(this::service);
    }

    private void type(TypeDeclaration type) {
        if (type instanceof Struct struct) {
            line("  struct " + type.name() + tail(type));
            fields(struct.fields(), "    field ");
            reserved(struct.reserved());
        } else if (type instanceof ErrorType error) {
            String code = error.code() + (error.codeGiven() ? "" : " (not given)");
            line("  error " + type.name() + " " + code + tail(type));
            fields(error.fields(), "    field ");
            reserved(error.reserved());
        } else if (type instanceof EnumType enumeration) {
            line("  " + open(enumeration.closed()) + " enum " + type.name() + tail(type));
            enumeration.members().forEach(this::member);
            reserved(enumeration.reserved());
        } else if (type instanceof UnionType union) {
            line("  " + open(union.closed()) + " union " + type.name() + tail(type));
            union.members().forEach(this::member);
            reserved(union.reserved());
        } else if (type instanceof Newtype newtype) {
            line("  newtype " + type.name() + ": " + newtype.type() + flag(newtype.sensitive(), " sensitive")
                    + tail(type));
        }
    }

    private void member(EnumMember member) {
        line("    member " + names(member.name(), member.wireName(), member.aliases()) + tail(member));
    }

    private void member(UnionMember member) {
        line("    member " + names(member.name(), member.wireName(), member.aliases())
                + member.type().map(type -> ": " + type).orElse("") + flag(member.sensitive(), " sensitive")
                + tail(member));
    }

    private void reserved(List<String> names) {
        if (!names.isEmpty()) {
            line("    reserved " + names);
        }
    }

    private void service(Service service) {
        String parents = service.parents().isEmpty() ? "" : " extends " + service.parents();
        line("  service " + names(service.name().toString(), service.wireName(), List.of()) + parents + tail(service));
        service.methods().forEach(this::method);
    }

    private void method(Method method) {
        String stream = method.responseStream() ? "stream " : "";
        String result = method.result().map(type -> ": " + stream + type).orElse("");
        String errors = method.errors().isEmpty()
                ? ""
                : method.errors().stream().map(Object::toString).collect(Collectors.joining(", ", " throws ", ""));
        line("    method " + traits(method.traits()) + names(method.name(), method.wireName(), List.of()) + result
                + errors + tail(method));
        fields(method.parameters(), "      parameter ");
        method.requestStream().ifPresent(each -> fields(List.of(each), "      stream "));
        method.examples().forEach(example -> line("      example " + example));
    }

    private static String traits(MethodTraits traits) {
        return flag(traits.oneway(), "oneway ")
                + flag(traits.variadic(), "variadic ")
                + flag(traits.positional(), "positional ")
                + flag(traits.readonly(), "readonly ")
                + flag(traits.nonblocking(), "nonblocking ")
                + traits.idempotent()
                        .map(each -> "idempotent"
                                + each.key().map(key -> "(" + key + ")").orElse("") + " ")
                        .orElse("")
                + traits.timeout().map(each -> "timeout(" + each + ") ").orElse("");
    }

    private void fields(List<Field> fields, String margin) {
        for (Field field : fields) {
            String value = field.defaultValue().map(each -> " = " + each).orElse("");
            Field.Traits traits = field.traits();
            line(margin + field.presence() + " " + names(field.name(), field.wireName(), traits.aliases()) + ": "
                    + field.type() + value + flag(traits.tristate(), " tristate")
                    + flag(traits.sensitive(), " sensitive") + tail(field));
        }
    }

    private static String open(boolean closed) {
        return closed ? "closed" : "open";
    }

    private static String flag(boolean set, String word) {
        return set ? word : "";
    }

    private static String names(String name, String wireName, List<String> aliases) {
        return name
                + (name.equals(wireName) ? "" : " as '" + wireName + "'")
                + (aliases.isEmpty() ? "" : " or " + aliases);
    }

    private static String tail(Noted noted) {
        Notes notes = noted.notes();
        return " @ " + noted.span()
                + notes.deprecated().map(why -> " deprecated '" + why + "'").orElse("")
                + (notes.examples().isEmpty() ? "" : " examples " + notes.examples())
                + notes.allowances().stream()
                        .map(each -> " allows " + each.code() + " '" + each.reason() + "'")
                        .collect(Collectors.joining())
                + (notes.doc().isEmpty() ? "" : " /** " + notes.doc().replace("\n", "|") + " */");
    }

    private void line(String text) {
        out.append(text.replace("\n", "\\n")).append('\n');
    }
}
