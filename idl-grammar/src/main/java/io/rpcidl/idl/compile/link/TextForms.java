package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.model.Builtin;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The text forms of built-in types, the same as on the wire. */
final class TextForms {

    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?";
    private static final String OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})";
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String DURATION = "-?P[0-9DTHMS.-]{1,60}";
    private static final String BASE64 = "[A-Za-z0-9+/]*+={0,2}";

    private TextForms() {}

    /** Returns an example of the form, if a text does not have it. */
    static Optional<String> violated(String text, Builtin type) {
        boolean valid = switch (type) {
            case UUID -> Pattern.matches(UUID, text);
            case DATE -> parses(text, DATE, LocalDate::parse);
            case TIME -> parses(text, TIME, LocalTime::parse);
            case DATETIME -> parses(text, DATE + "T" + TIME, LocalDateTime::parse);
            case TIMESTAMP -> parses(text, DATE + "T" + TIME + OFFSET, OffsetDateTime::parse);
            case DURATION -> parses(text, DURATION, Duration::parse);
            case BYTES ->
                text.length() % 4 == 0
                        && parses(text, BASE64, each -> Base64.getDecoder().decode(each));
            default -> true;
        };
        return valid ? Optional.empty() : Optional.of(example(type));
    }

    private static boolean parses(String text, String form, Consumer<String> parser) {
        if (!Pattern.matches(form, text)) {
            return false;
        }
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String example(Builtin type) {
        return switch (type) {
            case UUID -> "\"123e4567-e89b-12d3-a456-426614174000\"";
            case DATE -> "\"2026-01-31\"";
            case TIME -> "\"23:59:00\"";
            case DATETIME -> "\"2026-01-31T23:59:00\"";
            case TIMESTAMP -> "\"2026-01-31T23:59:00Z\"";
            case DURATION -> "\"P1DT2H30M\" or \"PT0.5S\", without months and years";
            default -> "\"aGVsbG8=\", base64 with padding";
        };
    }
}
