package io.rpcidl.transport.netty;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;

/**
 * Epoll's handler, but that a socket is not forgotten. In Netty 4.2.18 (since its pull request 16689) a
 * socket of which no event is wanted for a moment is taken out of epoll, and the next event that is wanted fails, for it
 * is to be changed where it is no more. That is so once a caller has half-closed while it is not read from, and has cost
 * it its answers. Here a socket stays, with a flag that stands for no event.
 *
 * @param epoll does the work
 */
record LastingEpoll(IoHandler epoll) implements IoHandler {

    static IoHandlerFactory newFactory() {
        IoHandlerFactory factory = EpollIoHandler.newFactory();
        return executor -> new LastingEpoll(factory.newHandler(executor));
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return new Lasting(epoll.register(handle));
    }

    private static final class Lasting implements IoRegistration {

        private final IoRegistration registration;
        private boolean added; // on the event loop, as all that is submitted

        Lasting(IoRegistration registration) {
            this.registration = registration;
        }

        @Override
        public long submit(IoOps wanted) {
            boolean none = EpollIoOps.NONE.equals(wanted);
            added |= !none;
            return registration.submit(none && added ? EpollIoOps.EPOLLET : wanted);
        }

        @Override
        public <T> T attachment() {
            return registration.attachment();
        }

        @Override
        public boolean isValid() {
            return registration.isValid();
        }

        @Override
        public boolean cancel() {
            return registration.cancel();
        }
    }

    @Override
    public void initialize() {
        epoll.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
        return epoll.run(context);
    }

    @Override
    public void prepareToDestroy() {
        epoll.prepareToDestroy();
    }

    @Override
    public void destroy() {
        epoll.destroy();
    }

    @Override
    public void wakeup() {
        epoll.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> type) {
        return epoll.isCompatible(type);
    }
}
