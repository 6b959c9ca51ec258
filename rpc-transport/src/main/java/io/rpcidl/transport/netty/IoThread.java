package io.rpcidl.transport.netty;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.rpcidl.transport.thread.NonBlocking;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The thread of an event loop. */
final class IoThread extends FastThreadLocalThread implements NonBlocking {

    private IoThread(@Nullable ThreadGroup group, Runnable task, String name) {
        super(group, task, name);
    }

    /** Makes daemon threads that carry a name and a number. */
    static ThreadFactory daemons(String name) {
        return new DefaultThreadFactory(name, true) {
            @Override
            protected Thread newThread(Runnable task, String numbered) {
                return new IoThread(threadGroup, task, numbered);
            }
        };
    }
}
