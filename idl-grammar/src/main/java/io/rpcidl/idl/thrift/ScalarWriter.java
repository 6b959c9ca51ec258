package io.rpcidl.idl.thrift;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes values of types without arguments. */
final class ScalarWriter {

    private static final Pattern UUID = Pattern.compile(
            "\\{?([0-9A-Fa-f]{8})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{12})}?");

    private ScalarWriter() {}

    static WrittenValue write(String keyword, ThriftValue value) {
        return switch (keyword) {
            case "bool" ->
                value instanceof ThriftValue.Whole whole
                        ? WrittenValue.of(String.valueOf(whole.value() > 0))
                        : mismatch(keyword);
            case "byte", "i8" -> whole(keyword, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "i16" -> whole(keyword, value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "i32" -> whole(keyword, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "i64" -> whole(keyword, value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "double" -> fraction(value);
            default -> value instanceof ThriftValue.Text text ? text(keyword, text.text()) : mismatch(keyword);
        };
    }

    private static WrittenValue mismatch(String keyword) {
        return WrittenValue.not("it is not of the type " + keyword);
    }

    private static WrittenValue whole(String keyword, ThriftValue value, long least, long greatest) {
        if (!(value instanceof ThriftValue.Whole whole)) {
            return mismatch(keyword);
        }
        boolean fits = whole.value() >= least && whole.value() <= greatest;
        return fits
                ? WrittenValue.of(Long.toString(whole.value()))
                : WrittenValue.not(whole.value() + " does not fit into " + keyword);
    }

    private static WrittenValue fraction(ThriftValue value) {
        if (value instanceof ThriftValue.Whole whole) {
            return WrittenValue.of(Long.toString(whole.value()));
        }
        if (!(value instanceof ThriftValue.Fraction fraction)) {
            return mismatch("double");
        }
        boolean finite = Double.isFinite(Double.parseDouble(fraction.text()));
        return finite ? WrittenValue.of(number(fraction.text())) : WrittenValue.not("it does not fit into double");
    }

    /** Returns a number of Thrift in the form of JSON: no plus, a digit before the point, no more zeros than that. */
    private static String number(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        int zeros = 0;
        while (zeros < digits.length() - 1
                && digits.charAt(zeros) == '0'
                && Character.isDigit(digits.charAt(zeros + 1))) {
            zeros++;
        }
        String shorter = digits.substring(zeros);
        return (negative ? "-" : "") + (shorter.startsWith(".") ? "0" : "") + shorter;
    }

    private static WrittenValue text(String keyword, String text) {
        if (keyword.equals("binary")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return WrittenValue.of('"' + Base64.getEncoder().encodeToString(bytes) + '"');
        }
        if (!keyword.equals("uuid")) {
            return WrittenValue.of(quote(text));
        }
        Matcher matcher = UUID.matcher(text);
        return matcher.matches()
                ? WrittenValue.of('"' + matcher.replaceFirst("$1-$2-$3-$4-$5").toLowerCase(Locale.ROOT) + '"')
                : WrittenValue.not("it is not of the type uuid");
    }

    /** Returns a string of a contract; what is invisible becomes an escape, half a pair U+FFFD. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(each -> {
            int escape = "\"\\\n\r\t".indexOf(each);
            if (escape >= 0) {
                out.append('\\').append("\"\\nrt".charAt(escape));
            } else if (each >= 0xD800 && each <= 0xDFFF) {
                out.append("\\uFFFD");
            } else if (SafeText.isUnsafe(each)) {
                out.append(String.format(Locale.ROOT, "\\u%04X", each));
            } else {
                out.appendCodePoint(each);
            }
        });
        return out.append('"').toString();
    }
}
