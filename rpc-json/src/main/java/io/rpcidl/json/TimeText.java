package io.rpcidl.json;

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
 * Reads dates and times from text (ISO-8601, RFC 3339): four digits of year, seconds always, a fraction of 0 to 9 digits.
 * The {@code java.time} formatters take more than that. Each method returns null for what is no such text.
 */
final class TimeText {

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 8;
    private static final int OFFSET_LENGTH = 6;
    private static final int MAX_DURATION_LENGTH = 64;

    /** What ISO-8601 and we call a duration; the JDK takes signs and commas in more places. */
    private static final Pattern DURATION =
            Pattern.compile("-?P(?=.)([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,9})?S)?)?");

    private static final int[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private TimeText() {}

    static @Nullable Instant timestamp(byte[] text, int from, int to) {
        int zone = to > from && text[to - 1] == 'Z' ? to - 1 : to - OFFSET_LENGTH;
        LocalDateTime local = datetime(text, from, zone);
        ZoneOffset offset = local == null ? null : offset(text, zone, to);
        return local == null || offset == null ? null : utc(local.minusSeconds(offset.getTotalSeconds()));
    }

    /** Years are those of UTC: what is read must be writable. */
    private static @Nullable Instant utc(LocalDateTime time) {
        return time.getYear() < 0 || time.getYear() > 9_999 ? null : time.toInstant(ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime datetime(byte[] text, int from, int to) {
        int middle = from + DATE_LENGTH;
        if (to <= middle || text[middle] != 'T') {
            return null;
        }
        LocalDate date = date(text, from, middle);
        LocalTime time = time(text, middle + 1, to);
        return date == null || time == null ? null : LocalDateTime.of(date, time);
    }

    static @Nullable LocalDate date(byte[] text, int from, int to) {
        if (to - from != DATE_LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
            return null;
        }
        int century = pair(text, from);
        int year = pair(text, from + 2);
        int month = pair(text, from + 5);
        int day = pair(text, from + 8);
        try {
            return (century | year | month | day) < 0 ? null : LocalDate.of(century * 100 + year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalTime time(byte[] text, int from, int to) {
        int length = to - from;
        if (length < SECONDS_LENGTH || text[from + 2] != ':' || text[from + 5] != ':') {
            return null;
        }
        int hour = pair(text, from);
        int minute = pair(text, from + 3);
        int second = pair(text, from + 6);
        int nanos = length == SECONDS_LENGTH ? 0 : fraction(text, from + SECONDS_LENGTH, to);
        try {
            return (hour | minute | second | nanos) < 0 ? null : LocalTime.of(hour, minute, second, nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Duration duration(byte[] text, int from, int to) {
        String duration = to - from > MAX_DURATION_LENGTH ? "" : StringText.ascii(text, from, to);
        if (!DURATION.matcher(duration).matches()) {
            return null;
        }
        try {
            return Duration.parse(duration);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(byte[] text, int from, int to) {
        if (to - from == 1) {
            return ZoneOffset.UTC; // the caller has looked at the letter
        }
        boolean sign = text[from] == '+' || text[from] == '-';
        int hours = sign && text[from + 3] == ':' ? pair(text, from + 1) : -1;
        int minutes = pair(text, from + 4);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (hours == 18 && minutes > 0)) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(text[from] == '-' ? -seconds : seconds);
    }

    /** Reads a point and 1 to 9 digits as nanoseconds, or returns a negative number. */
    private static int fraction(byte[] text, int from, int to) {
        int digits = to - from - 1;
        if (text[from] != '.' || digits < 1 || digits > 9) {
            return -1;
        }
        int value = 0;
        for (int i = from + 1; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value * POWERS[9 - digits];
    }

    /** Reads two digits, or returns a negative number. */
    private static int pair(byte[] text, int from) {
        int tens = text[from] - '0';
        int ones = text[from + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1 : tens * 10 + ones;
    }
}
