package io.rpcidl.runtime.stub;

import io.rpcidl.runtime.CallTrace;
import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Reply;
import java.util.concurrent.CompletableFuture;

/**
 * A call on its way.
 *
 * @param method what is called
 * @param reply its answer; never completes exceptionally
 * @param cancellation gives it up
 * @param trace what becomes of it
 * @param <R> the result's Java type
 */
record StartedCall<R>(
        MethodDescriptor<?, R> method, CompletableFuture<Reply> reply, Cancellation cancellation, CallTrace trace) {}
