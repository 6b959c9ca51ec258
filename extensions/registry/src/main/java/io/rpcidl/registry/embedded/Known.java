package io.rpcidl.registry.embedded;

import org.jspecify.annotations.Nullable;

/**
 * How far a caller is behind: with {@link #revision} it knows all up to there. While it reads a whole list piece by piece, which
 * goes from the oldest change to the newest, it need not be told who went before it had begun, at {@link #base}.
 */
record Known(long revision, long base) {

    /** Who has to be told everything. */
    static final Known NOTHING = new Known(-1, -1);

    /** Takes what a caller says, of this run of the registry. */
    static Known of(@Nullable Long revision, @Nullable Long base, long current) {
        if (revision == null || revision < 0 || revision > current || (base != null && base > current)) {
            return NOTHING;
        }
        return new Known(revision, base == null ? revision : Math.max(base, revision));
    }
}
