package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.Changes;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A caller that waits for a change; two of them are never equal. */
final class Waiting {

    final @Nullable String service; // null for all
    final Known known;
    final long until;
    final long number;
    final CompletableFuture<Changes> answer = new CompletableFuture<>();

    Waiting(@Nullable String service, Known known, long until, long number) {
        this.service = service;
        this.known = known;
        this.until = until;
        this.number = number;
    }
}
