package benchmark.load;

import java.util.List;

/** What came of a stream: how many items were the right ones and in order, and the sum of their numbers. Of one thread at a time. */
public final class Tally {

    private List<String> texts = List.of();
    private long count;
    private long sum;

    /** Begins with nothing. */
    public Tally() {}

    /** Takes over what another has counted. */
    public Tally(long count, long sum) {
        this.count = count;
        this.sum = sum;
    }

    /** An item came. */
    public void add(long id, String text) {
        if (texts.isEmpty()) {
            texts = Items.texts(text.length()); // all of a stream are as long as its first
        }
        if (id == count && text.equals(Items.text(texts, id))) {
            count++;
            sum += id;
        }
    }

    /** Returns how many were right; nothing is behind one that was not. */
    public long count() {
        return count;
    }

    /** Returns the sum of the numbers of those. */
    public long sum() {
        return sum;
    }

    /** Returns whether all of a stream of so many came. */
    boolean isWhole(int items) {
        return count == items && sum == (long) items * (items - 1) / 2;
    }
}
