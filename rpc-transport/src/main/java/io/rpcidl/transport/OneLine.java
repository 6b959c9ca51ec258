package io.rpcidl.transport;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What others have said, made fit for a line of a log: whoever can break a line can forge the next one (CWE-117). Line
 * breaks, other control characters and those that turn the direction of text are written as escapes of Java.
 */
public final class OneLine {

    private OneLine() {}

    /** Returns a text without anything that could break its line or change how it looks. */
    public static String of(String text) {
        if (text.chars().noneMatch(OneLine::isUnfit)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.chars().forEach(c -> {
            if (!isUnfit(c)) {
                line.append((char) c);
            } else {
                line.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : String.format("\\u%04x", c));
            }
        });
        return line.toString();
    }

    /**
     * Returns a throwable to log in the place of another: itself if what it says is fit, or else one with the same frames,
     * causes and words, in which the latter are.
     */
    public static Throwable of(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, all);
        boolean fit =
                all.stream().noneMatch(each -> String.valueOf(each).chars().anyMatch(OneLine::isUnfit));
        return fit ? thrown : new Escaped(thrown, all);
    }

    private static void collect(@Nullable Throwable thrown, Set<Throwable> all) {
        if (thrown != null && all.add(thrown)) {
            collect(thrown.getCause(), all);
            Stream.of(thrown.getSuppressed()).forEach(each -> collect(each, all));
        }
    }

    private static boolean isUnfit(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029 // which some viewers take for ends of lines
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }

    /** Stands for a throwable in a log; each is shown once, so that no circle of causes is followed. */
    @SuppressWarnings("serial") // it is never kept
    private static final class Escaped extends Throwable {

        Escaped(Throwable original, Set<Throwable> left) {
            super(of(String.valueOf(original)), cause(original, left), true, true);
            setStackTrace(original.getStackTrace());
            for (Throwable each : original.getSuppressed()) {
                if (left.remove(each)) {
                    addSuppressed(new Escaped(each, left));
                }
            }
        }

        private static @Nullable Throwable cause(Throwable original, Set<Throwable> left) {
            left.remove(original);
            Throwable cause = original.getCause();
            return cause != null && left.remove(cause) ? new Escaped(cause, left) : null;
        }

        /** Begins with the name of the class that it stands for. */
        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
