package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Dates and times straight into bytes (ISO-8601, RFC 3339): four digits of year, seconds always, a fraction of 0, 3, 6 or
 * 9 digits. Each method writes at a position with enough room and returns the position behind.
 */
final class TimeWriter {

    private TimeWriter() {}

    static int write(byte[] target, int position, Instant value) {
        LocalDateTime utc;
        try {
            utc = LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw yearOutOfRange();
        }
        int at = write(target, position, utc);
        target[at] = 'Z';
        return at + 1;
    }

    static int write(byte[] target, int position, LocalDateTime value) {
        int at = write(target, position, value.toLocalDate());
        target[at] = 'T';
        return write(target, at + 1, value.toLocalTime());
    }

    static int write(byte[] target, int position, LocalDate value) {
        int year = value.getYear();
        if (year < 0 || year > 9_999) {
            throw yearOutOfRange();
        }
        Digits.pair(target, position, year / 100);
        Digits.pair(target, position + 2, year % 100);
        target[position + 4] = '-';
        Digits.pair(target, position + 5, value.getMonthValue());
        target[position + 7] = '-';
        Digits.pair(target, position + 8, value.getDayOfMonth());
        return position + 10;
    }

    static int write(byte[] target, int position, LocalTime value) {
        Digits.pair(target, position, value.getHour());
        target[position + 2] = ':';
        Digits.pair(target, position + 3, value.getMinute());
        target[position + 5] = ':';
        Digits.pair(target, position + 6, value.getSecond());
        return fraction(target, position + 8, value.getNano());
    }

    static int write(byte[] target, int position, Duration value) {
        if (value.getSeconds() == Long.MIN_VALUE) {
            throw new JsonException(Kind.SHAPE, "duration out of range");
        }
        int at = position;
        if (value.isNegative()) {
            target[at++] = '-';
        }
        target[at++] = 'P';
        target[at++] = 'T';
        Duration size = value.abs();
        if (size.toHours() > 0) {
            at = Digits.write(target, at, size.toHours());
            target[at++] = 'H';
        }
        if (size.toMinutesPart() > 0) {
            at = Digits.write(target, at, size.toMinutesPart());
            target[at++] = 'M';
        }
        at = fraction(target, Digits.write(target, at, size.toSecondsPart()), size.getNano());
        target[at] = 'S';
        return at + 1;
    }

    private static int fraction(byte[] target, int position, int nanos) {
        if (nanos == 0) {
            return position;
        }
        target[position] = '.';
        int digits = 9;
        int value = nanos;
        while (digits > 3 && value % 1_000 == 0) {
            value /= 1_000;
            digits -= 3;
        }
        Digits.padded(target, position + 1, value, digits);
        return position + 1 + digits;
    }

    private static JsonException yearOutOfRange() {
        return new JsonException(Kind.SHAPE, "year outside 0000 to 9999");
    }
}
