package io.rpcidl.runtime.filter;

import io.rpcidl.runtime.Call;
import java.security.Principal;
import java.util.concurrent.CompletionStage;

/**
 * How a server finds out on whose behalf it is called. Safe for any number of threads.
 *
 * <pre>{@code
 * builder.authenticate(call -> accounts.find(call.metadata().get("authorization")));
 * }</pre>
 */
@FunctionalInterface
public interface Authenticator {

    /**
     * Returns on whose behalf a call is made, by its metadata, its method and its {@link Call#peer}, who may have shown a
     * certificate. Runs on an I/O thread and must not block: where somebody has to be asked, the future completes later.
     *
     * @return a future that fails with an {@link io.rpcidl.runtime.RpcException} if the caller is to be told why it is
     *     refused; with anything else, which stays in the log, the caller is told no more than {@code UNAUTHENTICATED}
     */
    CompletionStage<? extends Principal> authenticate(Call call);
}
