package io.rpcidl.runtime;

import java.util.Objects;

/** The answer to a call. */
public sealed interface Reply {

    /** It worked. */
    record Success(Payload result) implements Reply {
        /** Checks that there is a result. */
        public Success {
            Objects.requireNonNull(result, "result");
        }
    }

    /** It did not. */
    record Failure(Status status) implements Reply {
        /** Checks that there is a status. */
        public Failure {
            Objects.requireNonNull(status, "status");
        }
    }
}
