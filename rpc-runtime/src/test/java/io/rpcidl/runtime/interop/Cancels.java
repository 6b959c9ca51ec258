package io.rpcidl.runtime.interop;

import io.rpcidl.runtime.ServerCall;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What both services tell a test, of calls that are cancelled and of metadata. */
interface Cancels {

    /** Returns what has a permit for every stream whose handler has begun. */
    Semaphore begun();

    /** Returns what has a permit for every cancel that has reached a handler. */
    Semaphore cancels();

    /** Returns what the metadata has under a key, after sending it back the same way. */
    static @Nullable String sentBack(String key) {
        String value = ServerCall.current().metadata().get(key);
        if (value != null) {
            ServerCall.current().addReplyMetadata(key, value);
        }
        return value;
    }
}
