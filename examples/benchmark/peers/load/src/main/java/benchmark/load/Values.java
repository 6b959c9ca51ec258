package benchmark.load;

import java.util.List;
import java.util.stream.IntStream;

/** What the users of all peers are made of: the same values, whatever classes hold them. */
public final class Values {

    /** The users of a page. */
    public static final int PAGE_SIZE = 15;

    /** A birthday, 1968-12-08, in ms, for those that have no type for dates. */
    public static final long BIRTHDAY_MILLIS = -33_696_000_000L;

    /** 2026-01-02 03:04:05, in ms. */
    public static final long CREATED_MILLIS = 1_767_323_045_000L;

    /** 2026-11-22 03:04:05.123, in ms. */
    public static final long UPDATED_MILLIS = 1_795_316_645_123L;

    private Values() {}

    /** Returns a user's name. */
    public static String name(long id) {
        return "Doctor" + id;
    }

    /** Returns a user's address for mail. */
    public static String email(long id) {
        return "doctor" + id + "@example.org";
    }

    /** Returns a user's number. */
    public static String mobile(long id) {
        return "18600" + id;
    }

    /** Returns where a user lives, in Chinese. */
    public static String address(long id) {
        return "北京市中关村大街" + id + "号";
    }

    /** Returns where a user's picture is. */
    public static String icon(long id) {
        return "https://example.org/icons/" + id + ".png";
    }

    /** Returns what a user may do: 15 numbers. */
    public static List<Integer> permissions(long id) {
        return IntStream.range(0, 15).map(i -> (int) id + i).boxed().toList();
    }

    /** Returns whether somebody has this address for mail, as all servers decide. */
    public static boolean exists(String email) {
        return !email.isEmpty() && Character.isLetter(email.charAt(0));
    }
}
