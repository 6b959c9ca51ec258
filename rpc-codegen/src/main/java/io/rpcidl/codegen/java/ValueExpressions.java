package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
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
import java.util.Set;
import java.util.UUID;

/** Constants of a contract as Java expressions. The compiler has checked that they fit their types. */
final class ValueExpressions {

    private final TypeMapper types;

    ValueExpressions(TypeMapper types) {
        this.types = types;
    }

    CodeBlock expression(TypeRef type, Value value) {
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
        if (value instanceof Value.Number number) {
            return number((Builtin) type, number.text());
        }
        return text((Builtin) type, ((Value.Text) value).value());
    }

    private CodeBlock elements(TypeRef type, Value.Elements elements) {
        boolean list = type instanceof TypeRef.ListOf;
        TypeRef element = list ? ((TypeRef.ListOf) type).element() : ((TypeRef.SetOf) type).element();
        CodeBlock values = elements.values().stream()
                .map(each -> expression(bare(element), each))
                .collect(CodeBlock.joining(elements.values().size() > 10 ? ",$W" : ", "));
        if (list || elements.values().size() < 2) {
            return CodeBlock.of("$T.of($L)", list ? List.class : Set.class, values);
        }
        return CodeBlock.of(
                "$T.setOf($T.of($L))", RuntimeNames.GENERATED_CODE, List.class, values); // Set.of keeps no order
    }

    private CodeBlock entries(TypeRef.MapOf type, Value.Entries entries) {
        CodeBlock values = entries.entries().stream()
                .map(each -> CodeBlock.of(
                        "$T.entry($L, $L)",
                        Map.class,
                        expression(type.key(), each.key()),
                        expression(bare(type.value()), each.value())))
                .collect(CodeBlock.joining(",$W"));
        return entries.entries().isEmpty()
                ? CodeBlock.of("$T.of()", Map.class)
                : CodeBlock.of("$T.mapOf($L)", RuntimeNames.GENERATED_CODE, values);
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

    private static TypeRef bare(TypeRef type) {
        return type instanceof TypeRef.Nullable nullable ? nullable.type() : type;
    }
}
