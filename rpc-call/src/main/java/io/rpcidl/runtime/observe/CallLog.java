package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Status;
import io.rpcidl.transport.OneLine;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each call that has ended, to the logger {@code io.rpcidl.calls}: one that went well at level INFO, one that
 * failed at WARN. Parameters, results and metadata are not in it.
 *
 * <pre>{@code
 * RpcServer.builder().add(handler).listener(new CallLog())
 * // server shop.v1.Shop.get from 127.0.0.1:40122: OK, 3 ms, 120 bytes in, 402 out
 * }</pre>
 */
public final class CallLog implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger("io.rpcidl.calls");

    @Override
    public CallObserver clientCall(Call call) {
        return new Line("client", "to", call);
    }

    @Override
    public CallObserver serverCall(Call call) {
        return new Line("server", "from", call);
    }

    @Override
    public void refused(String method, Peer peer, Status status) {
        LOG.warn("server {} from {}: refused, {}", method, peer, said(status));
    }

    private static String said(Status status) {
        return status.code() + " " + OneLine.of(status.message());
    }

    private static final class Line implements CallObserver {

        private final String side;
        private final String direction;
        private final Call call;
        private final AtomicLong in = new AtomicLong();
        private final AtomicLong out = new AtomicLong();
        private volatile String peer = "nobody";
        private volatile int attempts;

        Line(String side, String direction, Call call) {
            this.side = side;
            this.direction = direction;
            this.call = call;
        }

        @Override
        public AttemptObserver attempt(String to) {
            peer = to;
            attempts = attempts + 1;
            return new AttemptObserver() {
                @Override
                public void sent(int bytes) {
                    out.addAndGet(bytes);
                }

                @Override
                public void received(int bytes) {
                    in.addAndGet(bytes);
                }
            };
        }

        @Override
        public void ended(@Nullable Status failure, Duration elapsed) {
            String tries = attempts > 1 ? " in " + attempts + " attempts" : "";
            String line = side + " " + call.method().fullName() + " " + direction + " " + peer + tries + ": "
                    + (failure == null ? "OK" : said(failure)) + ", " + elapsed.toMillis() + " ms, " + in
                    + " bytes in, "
                    + out + " out";
            if (failure == null) {
                LOG.info(line);
            } else {
                LOG.warn(line);
            }
        }
    }
}
