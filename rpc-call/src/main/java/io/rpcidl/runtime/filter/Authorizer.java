package io.rpcidl.runtime.filter;

import io.rpcidl.runtime.Call;
import java.security.Principal;

/**
 * Who may call what. Safe for any number of threads.
 *
 * <pre>{@code
 * builder.authorize((caller, call) -> admins.contains(caller) || call.method().traits().readonly());
 * }</pre>
 */
@FunctionalInterface
public interface Authorizer {

    /** Returns whether a call may be made on somebody's behalf. Runs on an I/O thread, and must not block. */
    boolean allows(Principal caller, Call call);
}
