package io.rpcidl.idl;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
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
        each.types().forEach(this::type);
        each.services().forEach(this::service);
    }

    private void type(TypeDeclaration type) {
        if (type instanceof Struct struct) {
            line("  struct " + type.name() + tail(type.doc(), type.span()));
            fields(struct.fields(), "    field ");
        } else if (type instanceof ErrorType error) {
            line("  error " + type.name() + " " + error.code() + tail(type.doc(), type.span()));
            fields(error.fields(), "    field ");
        } else if (type instanceof EnumType enumeration) {
            String kind = enumeration.closed() ? "closed" : "open";
            line("  " + kind + " enum " + type.name() + tail(type.doc(), type.span()));
            enumeration
                    .members()
                    .forEach(member -> line("    member " + member.name() + wire(member.name(), member.wireName())
                            + tail(member.doc(), member.span())));
        }
    }

    private void service(Service service) {
        line("  service " + service.name() + wire(service.name().toString(), service.wireName())
                + tail(service.doc(), service.span()));
        service.methods().forEach(this::method);
    }

    private void method(Method method) {
        String result = method.result().map(type -> ": " + type).orElse("");
        String errors = method.errors().isEmpty()
                ? ""
                : method.errors().stream().map(Object::toString).collect(Collectors.joining(", ", " throws ", ""));
        line("    method " + (method.oneway() ? "oneway " : "") + (method.variadic() ? "variadic " : "") + method.name()
                + wire(method.name(), method.wireName()) + result + errors + tail(method.doc(), method.span()));
        fields(method.parameters(), "      parameter ");
    }

    private void fields(List<Field> fields, String margin) {
        for (Field field : fields) {
            String value = field.defaultValue().map(each -> " = " + each).orElse("");
            line(margin + field.presence() + " " + field.name() + wire(field.name(), field.wireName()) + ": "
                    + field.type() + value + tail(field.doc(), field.span()));
        }
    }

    private static String wire(String name, String wireName) {
        return name.equals(wireName) ? "" : " as '" + wireName + "'";
    }

    private static String tail(String doc, Object span) {
        return " @ " + span + (doc.isEmpty() ? "" : " /** " + doc.replace("\n", "|") + " */");
    }

    private void line(String text) {
        out.append(text.replace("\n", "\\n")).append('\n');
    }
}
