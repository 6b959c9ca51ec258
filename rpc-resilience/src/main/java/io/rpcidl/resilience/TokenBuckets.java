package io.rpcidl.resilience;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A bucket for each key, such as a caller's name, and a bound on how many are kept. Keys are kept in two generations: whoever
 * calls is in the younger one, and when that has half of the bound the older one is forgotten and the younger one is the
 * older. So a key stays at least until half as many others as there may be have called since, and no call waits for another
 * or searches for whom to forget.
 *
 * <p>A key that was forgotten comes back with a full bucket. So keys must not be free for the caller to choose, or the bound
 * must be beyond what it can make up in the time in which a bucket fills. Safe for any number of threads.
 *
 * @param <K> the keys, with {@code equals} and {@code hashCode}
 */
public final class TokenBuckets<K> {

    private record Generations<K>(ConcurrentMap<K, TokenBucket> younger, ConcurrentMap<K, TokenBucket> older) {}

    private final double perSecond;
    private final int burst;
    private final int generation;
    private volatile Generations<K> keys = new Generations<>(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    /**
     * Makes none yet.
     *
     * @param perSecond as in {@link TokenBucket}
     * @param burst as there
     * @param maxKeys how many are kept, at least 2; threads that bring new ones at the same time may exceed it by their number
     */
    public TokenBuckets(double perSecond, int burst, int maxKeys) {
        new TokenBucket(perSecond, burst, 0); // refuses what is wrong now, not in the first call
        if (maxKeys < 2) {
            throw new IllegalArgumentException("fewer than two keys: " + maxKeys);
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.generation = maxKeys / 2;
    }

    /** Returns the bucket of a key, a full one if there was none; to be asked for anew in each call. */
    public TokenBucket of(K key, long nowNanos) {
        Generations<K> now = keys;
        TokenBucket known = now.younger().get(key);
        if (known != null) {
            return known;
        }
        TokenBucket older = now.older().get(key);
        TokenBucket mine = older != null ? older : new TokenBucket(perSecond, burst, nowNanos);
        TokenBucket theirs = now.younger().putIfAbsent(key, mine);
        if (now.younger().size() >= generation) {
            age(now);
        }
        return theirs != null ? theirs : mine;
    }

    /** Returns how many entries there are; a key may have one in each generation. */
    int size() {
        Generations<K> now = keys;
        return now.younger().size() + now.older().size();
    }

    private synchronized void age(Generations<K> seen) {
        if (keys == seen) {
            keys = new Generations<>(new ConcurrentHashMap<>(), seen.younger());
        }
    }
}
