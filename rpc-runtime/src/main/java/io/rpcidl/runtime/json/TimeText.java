package io.rpcidl.runtime.json;

import io.rpcidl.runtime.json.JsonException.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as text (ISO-8601, RFC 3339): four digits of year, seconds always, a fraction of 0, 3, 6 or 9 digits
 * when written and of 0 to 9 when read. The {@code java.time} formatters take more than that.
 */
final class TimeText {

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 8;
    private static final int OFFSET_LENGTH = 6;

    /** What ISO-8601 and we call a duration; the JDK takes signs and commas in more places. */
    private static final Pattern DURATION =
            Pattern.compile("-?P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,9})?S)?)?");

    private static final int[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private TimeText() {}

    // ---- writing

    static String write(Instant value) {
        long second = value.getEpochSecond();
        try {
            return write(LocalDateTime.ofEpochSecond(second, value.getNano(), ZoneOffset.UTC)) + "Z";
        } catch (DateTimeException e) {
            throw yearOutOfRange();
        }
    }

    static String write(LocalDateTime value) {
        StringBuilder text = new StringBuilder(30);
        date(text, value.toLocalDate());
        text.append('T');
        time(text, value.toLocalTime());
        return text.toString();
    }

    static String write(LocalDate value) {
        StringBuilder text = new StringBuilder(DATE_LENGTH);
        date(text, value);
        return text.toString();
    }

    static String write(LocalTime value) {
        StringBuilder text = new StringBuilder(18);
        time(text, value);
        return text.toString();
    }

    static String write(Duration value) {
        if (value.getSeconds() == Long.MIN_VALUE) {
            throw new JsonException(Kind.SHAPE, "duration out of range");
        }
        boolean negative = value.isNegative();
        Duration size = negative ? value.negated() : value;
        StringBuilder text = new StringBuilder(24);
        text.append(negative ? "-PT" : "PT");
        if (size.toHours() > 0) {
            text.append(size.toHours()).append('H');
        }
        if (size.toMinutesPart() > 0) {
            text.append(size.toMinutesPart()).append('M');
        }
        text.append(size.toSecondsPart());
        fraction(text, size.getNano());
        return text.append('S').toString();
    }

    private static void date(StringBuilder text, LocalDate value) {
        int year = value.getYear();
        if (year < 0 || year > 9_999) {
            throw yearOutOfRange();
        }
        padded(text, year, 4);
        text.append('-');
        padded(text, value.getMonthValue(), 2);
        text.append('-');
        padded(text, value.getDayOfMonth(), 2);
    }

    private static void time(StringBuilder text, LocalTime value) {
        padded(text, value.getHour(), 2);
        text.append(':');
        padded(text, value.getMinute(), 2);
        text.append(':');
        padded(text, value.getSecond(), 2);
        fraction(text, value.getNano());
    }

    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            padded(text, nanos / 1_000_000, 3);
        } else if (nanos % 1_000 == 0) {
            padded(text, nanos / 1_000, 6);
        } else {
            padded(text, nanos, 9);
        }
    }

    private static void padded(StringBuilder text, int value, int digits) {
        for (int unit = POWERS[digits - 1]; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
    }

    private static JsonException yearOutOfRange() {
        return new JsonException(Kind.SHAPE, "year outside 0000 to 9999");
    }

    // ---- reading: null for what is no such text

    static @Nullable Instant timestamp(String text) {
        int zone = text.endsWith("Z") ? text.length() - 1 : text.length() - OFFSET_LENGTH;
        LocalDateTime local = zone > DATE_LENGTH ? datetime(text.substring(0, zone)) : null;
        ZoneOffset offset = local == null ? null : offset(text.substring(zone));
        return offset == null ? null : utc(local.minusSeconds(offset.getTotalSeconds()));
    }

    /** Years are those of UTC: what is read must be writable. */
    private static @Nullable Instant utc(LocalDateTime time) {
        return time.getYear() < 0 || time.getYear() > 9_999 ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime datetime(String text) {
        if (text.length() <= DATE_LENGTH || text.charAt(DATE_LENGTH) != 'T') {
            return null;
        }
        LocalDate date = date(text.substring(0, DATE_LENGTH));
        LocalTime time = time(text.substring(DATE_LENGTH + 1));
        return date == null || time == null ? null : LocalDateTime.of(date, time);
    }

    static @Nullable LocalDate date(String text) {
        boolean shape = text.length() == DATE_LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-';
        int year = shape ? number(text, 0, 4) : -1;
        int month = shape ? number(text, 5, 7) : -1;
        int day = shape ? number(text, 8, 10) : -1;
        try {
            return (year | month | day) < 0 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalTime time(String text) {
        int length = text.length();
        boolean shape = length >= SECONDS_LENGTH && text.charAt(2) == ':' && text.charAt(5) == ':';
        boolean fraction = length > SECONDS_LENGTH;
        if (!shape || (fraction && (text.charAt(8) != '.' || length == 9 || length > 18))) {
            return null;
        }
        int hour = number(text, 0, 2);
        int minute = number(text, 3, 5);
        int second = number(text, 6, 8);
        int nanos = fraction ? number(text, 9, length) : 0;
        try {
            return (hour | minute | second | nanos) < 0
                    ? null
                    : LocalTime.of(hour, minute, second, fraction ? nanos * POWERS[18 - length] : 0);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Duration duration(String text) {
        if (text.length() > 64 || !DURATION.matcher(text).matches()) {
            return null;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(String text) {
        if (text.equals("Z")) {
            return ZoneOffset.UTC;
        }
        char sign = text.charAt(0);
        boolean shape = text.length() == OFFSET_LENGTH && (sign == '+' || sign == '-') && text.charAt(3) == ':';
        int hours = shape ? number(text, 1, 3) : -1;
        int minutes = shape ? number(text, 4, 6) : -1;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (hours == 18 && minutes > 0)) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
