package io.rpcidl.runtime.filter;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Metadata;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * How a client says with each call on whose behalf it calls. Safe for any number of threads.
 *
 * <pre>{@code
 * RpcClient.builder(target).tls(Tls.system()).credentials(CallCredentials.bearer(tokens::current))
 * }</pre>
 */
@FunctionalInterface
public interface CallCredentials {

    /**
     * Returns the metadata to send with a call, beside what it has. Must not block: where a token has to be fetched, the
     * future completes later, and the call waits for it until its deadline. If the future fails, the call fails with
     * {@code UNAUTHENTICATED} and is not sent.
     */
    CompletionStage<Metadata> of(Call call);

    /** Sends a token as {@code authorization: Bearer …} (RFC 6750); the supplier is asked for each call. */
    static CallCredentials bearer(Supplier<String> token) {
        return call -> CompletableFuture.completedFuture(Metadata.EMPTY.with("authorization", "Bearer " + token.get()));
    }
}
