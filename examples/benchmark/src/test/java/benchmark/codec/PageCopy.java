package benchmark.codec;

import benchmark.users.v1.Page;
import benchmark.users.v1.User;
import io.rpcidl.json.Copies;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;

/** A page made of new objects, each as cheaply as the JDK lets anybody make it: there is no text to be read. */
final class PageCopy {

    /** The characters of the strings, as a reader has them: bytes for those that fit, else UTF-16. */
    private static final byte[] LATIN = new byte[128];

    private static final char[] UTF16 = new char[128];

    /** Elements on their way into a list: kept, for a list is made by copying. */
    private static final Object[] USERS = new Object[15];

    private static final Object[] INTEGERS = new Object[15];

    private PageCopy() {}

    static Page of(Page page) {
        for (int i = 0; i < USERS.length; i++) {
            USERS[i] = of(page.result().get(i));
        }
        return new Page(page.pageNo(), page.total(), frozen(USERS));
    }

    private static User of(User user) {
        return new User(
                user.id(),
                latin(user.name()),
                user.sex(),
                of(user.birthday()),
                latin(user.email()),
                latin(user.mobile()),
                utf16(user.address()),
                latin(user.icon()),
                integers(user.permissions()),
                user.status(),
                of(user.createTime()),
                of(user.updateTime()));
    }

    @SuppressWarnings("deprecation") // the one method that copies a string's bytes without making an array
    private static String latin(String text) {
        text.getBytes(0, text.length(), LATIN, 0);
        return new String(LATIN, 0, text.length(), StandardCharsets.ISO_8859_1);
    }

    private static String utf16(String text) {
        text.getChars(0, text.length(), UTF16, 0);
        return new String(UTF16, 0, text.length());
    }

    private static LocalDate of(LocalDate date) {
        return LocalDate.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static LocalDateTime of(LocalDateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                time.getNano());
    }

    private static List<Integer> integers(List<Integer> numbers) {
        for (int i = 0; i < INTEGERS.length; i++) {
            int number = numbers.get(i);
            INTEGERS[i] = number;
        }
        return frozen(INTEGERS);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> frozen(Object[] elements) {
        return Copies.copy((List<T>) Arrays.asList(elements));
    }
}
