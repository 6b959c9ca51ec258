package io.rpcidl.runtime.interop;

import java.util.concurrent.Semaphore;

/** What a service tells a test of calls that are cancelled. */
interface Cancels {

    /** Returns what has a permit for every stream whose handler has begun. */
    Semaphore begun();

    /** Returns what has a permit for every cancel that has reached a handler. */
    Semaphore cancels();
}
