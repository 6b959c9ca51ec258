package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes values equal exactly if programs will find them equal, however they were written. */
final class ComparableValue {

    private ComparableValue() {}

    static Object of(Value value, TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return of(value, nullable.type());
        }
        if (value instanceof Value.Elements elements) {
            TypeRef inner = type instanceof TypeRef.SetOf set ? set.element() : ((TypeRef.ListOf) type).element();
            List<Object> all =
                    elements.values().stream().map(each -> of(each, inner)).toList();
            return type instanceof TypeRef.SetOf ? Set.copyOf(all) : all;
        }
        if (value instanceof Value.Entries entries) {
            TypeRef.MapOf map = (TypeRef.MapOf) type;
            return entries.entries().stream()
                    .collect(Collectors.toMap(
                            each -> of(each.key(), map.key()), each -> of(each.value(), map.value()), (a, b) -> a));
        }
        if (value instanceof Value.Number number) {
            return number(number.text(), (Builtin) type);
        }
        return value instanceof Value.Text text ? text(text.value(), (Builtin) type) : value;
    }

    private static Object number(String text, Builtin type) {
        return switch (type) {
            case FLOAT32 -> Float.valueOf(text);
            case FLOAT64 -> Double.valueOf(text);
            default -> new BigDecimal(text).stripTrailingZeros();
        };
    }

    private static Object text(String text, Builtin type) {
        return switch (type) {
            case UUID -> text.toLowerCase(Locale.ROOT);
            case TIME -> LocalTime.parse(text);
            case DATETIME -> LocalDateTime.parse(text);
            case TIMESTAMP -> OffsetDateTime.parse(text).toInstant();
            case DURATION -> Duration.parse(text);
            default -> text;
        };
    }
}
