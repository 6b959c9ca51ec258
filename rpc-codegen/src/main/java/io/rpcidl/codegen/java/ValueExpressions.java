package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.UnionType;
import io.rpcidl.idl.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Constants of a contract as Java expressions. The compiler has checked that they fit their types. */
final class ValueExpressions {

    /** As many elements as javac guesses the types of in no time. */
    private static final int FEW = 8;

    private final TypeMapper types;

    ValueExpressions(TypeMapper types) {
        this.types = types;
    }

    CodeBlock expression(TypeRef written, Value value) {
        TypeRef type = written.plain();
        Optional<Newtype> newtype = types.newtype(type);
        if (newtype.isPresent()) {
            CodeBlock wrapped = expression(newtype.get().type(), value);
            return CodeBlock.of("new $T($L)", types.className(newtype.get().name()), wrapped);
        }
        if (value instanceof Value.Bool bool) {
            return CodeBlock.of("$L", bool.value());
        }
        if (value instanceof Value.Member member) {
            return CodeBlock.of("$T.$L", types.className(member.enumName()), JavaNames.constant(member.member()));
        }
        if (value instanceof Value.Elements elements) {
            return elements(type, elements);
        }
        if (value instanceof Value.Entries entries) {
            return entries((TypeRef.MapOf) type, entries);
        }
        if (value instanceof Value.Members members) {
            return members(members);
        }
        if (value instanceof Value.Case one) {
            return union(one);
        }
        Builtin builtin = type instanceof TypeRef.Encoded encoded ? encoded.type() : (Builtin) type;
        if (value instanceof Value.Number number) {
            return number(builtin, number.text());
        }
        return text(builtin, ((Value.Text) value).value());
    }

    /** Returns what a field is if nobody says so: its default, or absent. */
    CodeBlock initial(JavaField field) {
        return field.model()
                .defaultValue()
                .map(value -> expression(field.model().type(), value))
                .orElseGet(() -> zero(field));
    }

    /** Adds the classes of which a value's code calls a static member: no variable may have their name. */
    void addClasses(Value value, Set<String> names) {
        if (value instanceof Value.Member member) {
            names.add(types.className(member.enumName()).simpleName());
        } else if (value instanceof Value.Elements elements) {
            elements.values().forEach(each -> addClasses(each, names));
        } else if (value instanceof Value.Entries entries) {
            for (Value.Entry entry : entries.entries()) {
                addClasses(entry.key(), names);
                addClasses(entry.value(), names);
            }
        } else if (value instanceof Value.Members members) {
            names.add(types.className(members.type()).simpleName());
            members.members().values().forEach(each -> addClasses(each, names));
        } else if (value instanceof Value.Case one) {
            names.add(types.className(one.union()).simpleName());
            one.payload().ifPresent(payload -> addClasses(payload, names));
        }
    }

    private CodeBlock members(Value.Members members) {
        Struct struct = (Struct) types.declaration(members.type());
        List<JavaField> fields = JavaField.of(struct.fields(), JavaNames::component, types);
        CodeBlock.Builder code = CodeBlock.builder().add("$T.builder()", types.className(members.type()));
        for (JavaField field : fields) {
            Value value = members.members().get(field.model().name());
            if (value != null) {
                CodeBlock set = expression(field.model().type(), value);
                code.add("$Z.$N($L)", field.name(), field.isTristate() ? patch(set) : set);
            }
        }
        return code.add(".build()").build();
    }

    private static CodeBlock patch(CodeBlock value) {
        return CodeBlock.of("$T.of($L)", RuntimeNames.PATCH, value);
    }

    private CodeBlock union(Value.Case one) {
        UnionType union = (UnionType) types.declaration(one.union());
        UnionNames names = UnionNames.of(union, types);
        UnionNames.Member member = names.members().stream()
                .filter(each -> each.model().name().equals(one.member()))
                .findFirst()
                .orElseThrow();
        CodeBlock payload = one.payload()
                .map(value -> expression(member.model().type().orElseThrow(), value))
                .orElse(CodeBlock.of(""));
        return CodeBlock.of("$T.$N($L)", names.union(), member.factory(), payload);
    }

    private CodeBlock elements(TypeRef type, Value.Elements elements) {
        boolean list = type instanceof TypeRef.ListOf;
        TypeRef element = list ? ((TypeRef.ListOf) type).element() : ((TypeRef.SetOf) type).element();
        CodeBlock values = elements.values().stream()
                .map(each -> expression(element, each))
                .collect(CodeBlock.joining(elements.values().size() > 10 ? ",$W" : ", "));
        boolean nested = elements.values().size() > FEW && CodecExpressions.isContainer(element);
        CodeBlock of = nested ? CodeBlock.of("<$T>of", types.boxed(element)) : CodeBlock.of("of");
        if (list || elements.values().size() < 2) {
            return CodeBlock.of("$T.$L($L)", list ? List.class : Set.class, of, values);
        }
        return CodeBlock.of(
                "$T.setOf($T.$L($L))", RuntimeNames.COPIES, List.class, of, values); // Set.of keeps no order
    }

    private CodeBlock entries(TypeRef.MapOf type, Value.Entries entries) {
        CodeBlock values = entries.entries().stream()
                .map(each -> CodeBlock.of(
                        "$T.entry($L, $L)",
                        Map.class,
                        expression(type.key(), each.key()),
                        expression(type.value(), each.value())))
                .collect(CodeBlock.joining(",$W"));
        return entries.entries().isEmpty()
                ? CodeBlock.of("$T.of()", Map.class)
                : CodeBlock.of("$T.$LmapOf($L)", RuntimeNames.COPIES, typed(type, entries), values);
    }

    private static CodeBlock zero(JavaField field) {
        if (field.isTristate()) {
            return CodeBlock.of("$T.absent()", RuntimeNames.PATCH);
        }
        if (!field.isPrimitive()) {
            return CodeBlock.of("null");
        }
        return CodeBlock.of(field.type().equals(TypeName.BOOLEAN) ? "false" : "0");
    }

    /** Of many entries javac would have to guess the types of all at once, which takes it minutes for some hundreds. */
    private CodeBlock typed(TypeRef.MapOf type, Value.Entries entries) {
        return entries.entries().size() > FEW
                ? CodeBlock.of("<$T, $T>", types.boxed(type.key()), types.boxed(type.value()))
                : CodeBlock.of("");
    }

    private static CodeBlock number(Builtin type, String text) {
        return switch (type) {
            case INT32 -> CodeBlock.of("$L", text);
            case INT64 -> CodeBlock.of("$LL", text);
            case FLOAT32 -> floating(text, Float.class, "f", Float.parseFloat(text) == 0);
            case FLOAT64 -> floating(text, Double.class, "d", Double.parseDouble(text) == 0);
            case BIGINT -> CodeBlock.of("new $T($S)", BigInteger.class, text);
            case DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, text);
            default -> throw new IllegalArgumentException("a number as a default of " + type);
        };
    }

    /** Java refuses a literal that is not zero but too small for its type. */
    private static CodeBlock floating(String text, Class<?> type, String suffix, boolean zero) {
        if (zero) {
            return CodeBlock.of("$L$L", text.startsWith("-") ? "-0" : "0", suffix);
        }
        return switch (text) {
            case "NaN" -> CodeBlock.of("$T.NaN", type);
            case "Infinity" -> CodeBlock.of("$T.POSITIVE_INFINITY", type);
            case "-Infinity" -> CodeBlock.of("$T.NEGATIVE_INFINITY", type);
            default -> CodeBlock.of("$L$L", text, suffix);
        };
    }

    private static CodeBlock text(Builtin type, String text) {
        return switch (type) {
            case STRING -> StringLiterals.of(text);
            case UUID -> CodeBlock.of("$T.fromString($S)", UUID.class, text);
            case DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, text);
            case BIGINT -> CodeBlock.of("new $T($S)", BigInteger.class, text);
            case FLOAT32, FLOAT64 -> number(type, text);
            case TIMESTAMP ->
                CodeBlock.of(
                        "$T.parse($S)",
                        Instant.class,
                        OffsetDateTime.parse(text).toInstant());
            case DATE -> CodeBlock.of("$T.parse($S)", LocalDate.class, text);
            case TIME -> CodeBlock.of("$T.parse($S)", LocalTime.class, text);
            case DATETIME -> CodeBlock.of("$T.parse($S)", LocalDateTime.class, text);
            case DURATION -> CodeBlock.of("$T.parse($S)", Duration.class, text);
            case BYTES -> bytes(text);
            default -> throw new IllegalArgumentException("a text as a default of " + type);
        };
    }

    private static CodeBlock bytes(String base64) {
        boolean empty = Base64.getDecoder().decode(base64).length == 0;
        return empty
                ? CodeBlock.of("$T.EMPTY", RuntimeNames.BYTES)
                : CodeBlock.of("$T.of($T.getDecoder().decode($S))", RuntimeNames.BYTES, Base64.class, base64);
    }
}
