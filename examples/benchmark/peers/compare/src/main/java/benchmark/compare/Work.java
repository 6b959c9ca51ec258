package benchmark.compare;

/**
 * What is called.
 *
 * @param word what a client's JVM is told
 * @param title what a reader is told
 * @param items how many items a call carries, each of which is one in all figures; 1 where the call itself is measured
 * @param counted how many calls are enough to count bytes
 */
record Work(String word, String title, int items, int counted) {

    /** Checks the numbers. */
    Work {
        if (items < 1 || counted < 1) {
            throw new IllegalArgumentException("nothing to measure: " + items + " items");
        }
    }

    /** Returns one of the four operations. */
    static Work operation(String word) {
        return new Work(word, word, 1, 1_000);
    }
}
