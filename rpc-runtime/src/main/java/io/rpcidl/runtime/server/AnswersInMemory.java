package io.rpcidl.runtime.server;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The answers of late, bounded by their number, their size and their age. */
final class AnswersInMemory implements AnswerStore {

    private static final int OVERHEAD = 200; // of an entry, beside its texts

    private record Kept(byte[] answer, long until) {}

    private final int maxAnswers;
    private final long maxBytes;
    private final long ageNanos;
    private final LongSupplier nanoClock;
    private final Map<String, Kept> answers = new LinkedHashMap<>(); // the oldest first; guarded by this
    private long bytes; // guarded by this

    AnswersInMemory(int maxAnswers, long maxBytes, Duration age, LongSupplier nanoClock) {
        if (maxAnswers < 1 || maxBytes < 1 || age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("not positive: " + maxAnswers + ", " + maxBytes + " or " + age);
        }
        this.maxAnswers = maxAnswers;
        this.maxBytes = maxBytes;
        this.ageNanos = age.toNanos();
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized byte @Nullable [] find(String name) {
        Kept kept = answers.get(name);
        return kept == null || kept.until() - nanoClock.getAsLong() <= 0 ? null : kept.answer();
    }

    @Override
    public synchronized void keep(String name, byte[] answer) {
        long now = nanoClock.getAsLong();
        Kept before = answers.remove(name);
        bytes -= before == null ? 0 : size(name, before);
        Kept kept = new Kept(answer, now + ageNanos);
        answers.put(name, kept);
        bytes += size(name, kept);
        Iterator<Map.Entry<String, Kept>> oldest = answers.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Kept> each = oldest.next();
            if (answers.size() <= maxAnswers
                    && bytes <= maxBytes
                    && each.getValue().until() - now > 0) {
                return;
            }
            bytes -= size(each.getKey(), each.getValue());
            oldest.remove();
        }
    }

    private static long size(String name, Kept kept) {
        return OVERHEAD + name.length() + kept.answer().length;
    }
}
