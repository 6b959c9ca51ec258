package io.rpcidl.idl.lint;

import java.util.Set;

/** Names of numbers that count time. */
final class TimeWords {

    private static final Set<String> UNITS = Set.of(
            "ms",
            "millis",
            "msec",
            "msecs",
            "milliseconds",
            "secs",
            "seconds",
            "nanos",
            "nanoseconds",
            "micros",
            "microseconds",
            "epoch",
            "minutes",
            "hours",
            "days");
    private static final Set<String> POINTS = Set.of("timestamp", "time", "date", "datetime", "expiry", "expiration");

    /** Participles of what happens to a thing; a number of that name alone counts something more often. */
    private static final Set<String> EVENTS = Set.of(
            "created",
            "updated",
            "modified",
            "deleted",
            "expires",
            "expired",
            "started",
            "finished",
            "completed",
            "issued");

    private static final Set<String> LENGTHS = Set.of(
            "timeout",
            "ttl",
            "duration",
            "interval",
            "delay",
            "latency",
            "elapsed",
            "uptime",
            "lifetime",
            "retention",
            "backoff");
    private static final Set<String> MEASURED =
            Set.of("cpu", "elapsed", "run", "running", "wait", "waiting", "total", "execution");

    private TimeWords() {}

    /** Returns whether a name is that of a point in time. */
    static boolean isPoint(Words words) {
        Words thing = thing(words);
        boolean at = thing.size() > 1
                && thing.endWith("at")
                && EVENTS.contains(thing.before(thing.size() - 1).last());
        boolean measured = thing.size() > 1
                && MEASURED.contains(thing.before(thing.size() - 1).last());
        return at || (POINTS.contains(thing.last()) && !measured);
    }

    /** Returns whether a name is that of something that happens once, and so of a point in time if it is a large number. */
    static boolean isEvent(Words words) {
        return words.size() == 1 && EVENTS.contains(words.last());
    }

    /** Returns whether a name is that of a length of time. */
    static boolean isLength(Words words) {
        return LENGTHS.contains(thing(words).last());
    }

    /** Returns the words without a unit at their end. */
    private static Words thing(Words words) {
        Words thing = words;
        while (thing.size() > 1 && UNITS.contains(thing.last())) {
            thing = thing.before(thing.size() - 1);
        }
        return thing.size() > 1 && thing.endWith("in") ? thing.before(thing.size() - 1) : thing;
    }
}
