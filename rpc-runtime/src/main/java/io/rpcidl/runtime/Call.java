package io.rpcidl.runtime;

import java.util.Objects;

/**
 * One call on its way from the caller to the handler. Immutable; a filter passes on a changed copy.
 *
 * @param method what is called
 * @param params its parameters
 * @param metadata what is sent along
 * @param deadline when it is over
 */
public record Call(MethodDescriptor<?, ?> method, Payload params, Metadata metadata, Deadline deadline) {

    /** Checks that nothing is null. */
    public Call {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(params, "params");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(deadline, "deadline");
    }

    /** Returns this call with other metadata. */
    public Call withMetadata(Metadata newMetadata) {
        return new Call(method, params, newMetadata, deadline);
    }
}
