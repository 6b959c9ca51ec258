package benchmark.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The items of streams, whatever classes hold them: numbered from 0, each with a text that goes with its number. */
public final class Items {

    private static final int TEXTS = 64;

    private static final String SENTENCE =
            "The quick brown fox jumps over the lazy dog, and nobody knows what it is for. ";

    private static final Map<Integer, List<String>> BY_SIZE = new ConcurrentHashMap<>();

    private Items() {}

    /** Returns the texts of a size, made once, so that what is measured is to send them; an item takes its own with {@link #text}. */
    public static List<String> texts(int size) {
        return BY_SIZE.computeIfAbsent(
                size,
                same -> IntStream.range(0, TEXTS)
                        .mapToObj(i -> text(i + ": ", same))
                        .toList());
    }

    /** Returns the text of an item. */
    public static String text(List<String> texts, long id) {
        return texts.get((int) id & (TEXTS - 1));
    }

    /** Returns a text of so many characters, with this in front: ASCII, and all in one line. */
    static String text(String front, int size) {
        return (front + SENTENCE.repeat(size / SENTENCE.length() + 1)).substring(0, size);
    }

    /** Returns the same with each sentence in a line of its own. */
    static String lines(String front, int size) {
        return text(front, size).replace(". ", ".\n");
    }
}
