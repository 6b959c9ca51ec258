package io.rpcidl.codegen.java;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Constant;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.UnionType;
import io.rpcidl.idl.model.Value;
import io.rpcidl.idl.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file cannot hold (JVMS 17, section 4.11): a constructor of more than 255 slots, of which {@code this} is
 * one and each {@code long} and {@code double} are two; a method of more than 64 KB; a longer string than that. The
 * bounds for methods are rounded down.
 */
final class JavaLimits {

    private static final int SLOTS = 254;
    private static final int ENUM_MEMBERS = 1000;
    private static final int UNION_MEMBERS = 200;
    private static final int PACKAGE_CONSTANTS = 5000;
    private static final int CONSTANTS = 1000;
    private static final int DEFAULTS = 500;
    private static final int TEXT_BYTES = 65_535;
    private static final int FILE_NAME = 255;

    /** What describes a method takes up to 100 bytes of the initialiser of a class, each of its errors 8 more, of 65,535. */
    private static final int METHOD = 12;

    private static final int SERVICE = 7500;

    private final List<Diagnostic> refusals = new ArrayList<>();

    /** Returns what is too large in a package. */
    static List<Diagnostic> check(ContractPackage contract) {
        JavaLimits limits = new JavaLimits();
        contract.types().forEach(limits::type);
        contract.services().forEach(limits::service);
        limits.constants(contract.constants());
        return limits.refusals;
    }

    private void type(TypeDeclaration type) {
        String name = type.name().simpleName();
        if (type instanceof Struct struct) {
            fields("struct '" + name + "'", struct.fields(), SLOTS, struct.span());
        } else if (type instanceof ErrorType error) {
            fields("error '" + name + "'", error.fields(), SLOTS - 1, error.span()); // the status is one more
        } else if (type instanceof UnionType each && each.members().size() > UNION_MEMBERS) {
            refuse(each.span(), "union '" + name + "' has more members than Java takes: at most " + UNION_MEMBERS);
        } else if (type instanceof EnumType each && each.members().size() > ENUM_MEMBERS) {
            refuse(each.span(), "enum '" + name + "' has more members than Java takes: at most " + ENUM_MEMBERS);
        }
    }

    private void service(Service service) {
        int size = service.methods().stream()
                .mapToInt(method -> METHOD + method.errors().size())
                .sum();
        if (size > SERVICE) {
            String message = "service '" + service.name().simpleName()
                    + "' has more methods and errors of methods than a" + " Java class takes: a method counts " + METHOD
                    + ", each error of it 1, together at most " + SERVICE;
            refuse(service.span(), message);
        }
        for (Method method : service.methods()) {
            fields("method '" + method.name() + "'", method.parameters(), SLOTS, method.span());
            String file = service.name().simpleName() + "_$" + method.name() + "RequestCodec_$Shapes_.class";
            if (file.length() > FILE_NAME) {
                String message = "the names of service '" + service.name().simpleName() + "' and method '"
                        + method.name() + "' are together too long for the name of a class file";
                refuse(method.span(), message);
            }
        }
    }

    private void fields(String owner, List<Field> fields, int most, Span span) {
        int slots = fields.stream().mapToInt(JavaLimits::slots).sum();
        if (slots > most) {
            String message = owner + " has more fields or parameters than a Java constructor takes: they need " + slots
                    + " slots of at most " + most + " (int64 and float64 two, others one)";
            refuse(span, message);
        }
        int constants = 0;
        for (Field field : fields) {
            constants += field.defaultValue().map(JavaLimits::constants).orElse(0);
            if (field.defaultValue().filter(JavaLimits::isTooLong).isPresent()) {
                String message = "the default of '" + field.name() + "' has a longer text than Java takes: at most "
                        + TEXT_BYTES + " bytes";
                refuse(field.span(), message);
            }
        }
        if (constants > DEFAULTS) {
            refuse(span, "the defaults of " + owner + " have more elements than Java takes: at most " + DEFAULTS);
        }
    }

    private static int slots(Field field) {
        TypeRef type = field.type().plain();
        boolean wide = type == Builtin.INT64 || type == Builtin.FLOAT64 || type instanceof TypeRef.Encoded;
        boolean boxed = field.presence() == Presence.OPTIONAL || field.presence() == Presence.ROLLOUT;
        return wide && !boxed ? 2 : 1;
    }

    private void constants(List<Constant> constants) {
        if (constants.size() > PACKAGE_CONSTANTS) {
            String message = "the package has more constants than a Java class takes: at most " + PACKAGE_CONSTANTS;
            refuse(constants.get(PACKAGE_CONSTANTS).span(), message);
        }
        for (Constant constant : constants) {
            String what = "constant '" + constant.name().simpleName() + "'";
            if (constants(constant.value()) > CONSTANTS) {
                refuse(constant.span(), what + " has more elements than Java takes: at most " + CONSTANTS);
            }
            if (isTooLong(constant.value())) {
                String message = what + " has a longer text than Java takes: at most " + TEXT_BYTES + " bytes";
                refuse(constant.span(), message);
            }
        }
    }

    /** Returns how many literals a value has, and with them how much code. */
    static int constants(Value value) {
        if (value instanceof Value.Elements elements) {
            return 1
                    + elements.values().stream().mapToInt(JavaLimits::constants).sum();
        }
        if (value instanceof Value.Entries entries) {
            return 1
                    + entries.entries().stream()
                            .mapToInt(entry -> constants(entry.key()) + constants(entry.value()))
                            .sum();
        }
        if (value instanceof Value.Members members) {
            return 1
                    + members.members().values().stream()
                            .mapToInt(JavaLimits::constants)
                            .sum();
        }
        return 1
                + (value instanceof Value.Case one
                        ? one.payload().map(JavaLimits::constants).orElse(0)
                        : 0);
    }

    private static boolean isTooLong(Value value) {
        if (value instanceof Value.Elements elements) {
            return elements.values().stream().anyMatch(JavaLimits::isTooLong);
        }
        if (value instanceof Value.Entries entries) {
            return entries.entries().stream().anyMatch(entry -> isTooLong(entry.key()) || isTooLong(entry.value()));
        }
        if (value instanceof Value.Members members) {
            return members.members().values().stream().anyMatch(JavaLimits::isTooLong);
        }
        if (value instanceof Value.Case one) {
            return one.payload().filter(JavaLimits::isTooLong).isPresent();
        }
        String text = value instanceof Value.Text string
                ? string.value()
                : value instanceof Value.Number number ? number.text() : "";
        return text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES;
    }

    private void refuse(Span span, String message) {
        refusals.add(Diagnostic.of(Code.JAVA_TOO_LARGE, span, message));
    }
}
