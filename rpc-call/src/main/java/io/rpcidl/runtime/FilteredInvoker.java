package io.rpcidl.runtime;

import io.rpcidl.transport.OneLine;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A filter before an invoker. A filter that breaks its rules, by throwing or by failing its future, fails its call only. */
record FilteredInvoker(Filter filter, Invoker next) implements Invoker {

    private static final Logger LOG = LoggerFactory.getLogger(FilteredInvoker.class);

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        try {
            CompletableFuture<Reply> reply = filter.apply(call, next);
            return reply.handle((done, thrown) -> done != null ? done : failure(call, thrown));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(failure(call, e));
        }
    }

    private Reply failure(Call call, Throwable thrown) {
        String name = filter.getClass().getName();
        LOG.error("filter {} failed on {}", name, call.method().fullName(), OneLine.of(thrown));
        return new Reply.Failure(Status.maybeProcessed(StatusCode.INTERNAL, "a filter failed: see the log"));
    }
}
