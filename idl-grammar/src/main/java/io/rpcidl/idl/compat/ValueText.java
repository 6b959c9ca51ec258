package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A value as a contract writes it. Names of types are left out, as they do not make two values differ. */
final class ValueText {

    private static final int LONGEST = 60;

    private ValueText() {}

    /** Returns the whole text. */
    static String of(Value value) {
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.value());
        } else if (value instanceof Value.Number number) {
            return number.text();
        } else if (value instanceof Value.Text text) {
            return "\"" + text.value() + "\"";
        } else if (value instanceof Value.Member member) {
            return member.member();
        } else if (value instanceof Value.Elements elements) {
            return joined(elements.values(), ValueText::of, "[", "]");
        } else if (value instanceof Value.Entries entries) {
            return joined(entries.entries(), each -> of(each.key()) + ": " + of(each.value()), "{", "}");
        } else if (value instanceof Value.Case member) {
            return member.member()
                    + member.payload().map(each -> "(" + of(each) + ")").orElse("");
        }
        Map<String, Value> members = ((Value.Members) value).members();
        return joined(List.copyOf(members.entrySet()), each -> each.getKey() + ": " + of(each.getValue()), "{", "}");
    }

    /** Returns a text that fits into a message. */
    static String shown(Value value) {
        return cut(of(value));
    }

    /** Returns a text, or its beginning if it is too long for a message. */
    static String cut(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "...";
    }

    private static <T> String joined(List<T> all, Function<T, String> text, String open, String close) {
        return all.stream().map(text).collect(Collectors.joining(", ", open, close));
    }
}
