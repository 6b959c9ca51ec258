package io.rpcidl.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.rpcidl.transport.OneLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sockets, to which any thread may write while their event loop does not. */
final class SocketChannels {

    private static final Logger LOG = LoggerFactory.getLogger(SocketChannels.class);

    private SocketChannels() {}

    /** A socket. */
    static final class Open extends NioSocketChannel {

        /** Makes one that is to be connected. */
        Open() {}

        private Open(Channel listening, SocketChannel accepted) {
            super(listening, accepted);
        }

        /** Writes as much as the socket takes at once. Any thread: a socket that is closed meanwhile makes this fail. */
        void write(ByteBuffer bytes) throws IOException {
            javaChannel().write(bytes);
        }
    }

    /** A socket that listens for others. */
    static final class Listening extends NioServerSocketChannel {

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            SocketChannel socket = javaChannel().accept();
            if (socket == null) {
                return 0;
            }
            try {
                accepted.add(new Open(this, socket));
                return 1;
            } catch (Throwable e) { // no memory for it; if it were thrown, the port would be closed
                LOG.warn("a connection could not be taken", OneLine.of(e));
                socket.close();
                return 0;
            }
        }

        /** Leaves the port at once: a socket of NIO keeps it until its selector looks for cancelled keys. */
        @Override
        protected void doClose() throws Exception {
            super.doClose();
            if (isRegistered()) {
                SelectionKey key = registration().attachment();
                try {
                    key.selector().selectNow();
                } catch (IOException | RuntimeException e) {
                    LOG.debug("cancelled keys come first, and this was behind them", e);
                }
            }
        }
    }
}
