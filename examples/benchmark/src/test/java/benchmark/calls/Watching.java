package benchmark.calls;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.CallObserver;
import io.rpcidl.runtime.observe.WireLog;
import io.rpcidl.runtime.server.RpcServerBuilder;
import java.util.concurrent.atomic.LongAdder;

/** Ways to watch calls that lead to little: what is left is what it costs to be asked. */
final class Watching {

    private static final CallListener NOBODY = new CallListener() {};
    private static final LongAdder TOTAL = new LongAdder();
    private static final CallListener TIMES = new CallListener() {
        @Override
        public CallObserver clientCall(Call call) {
            return CallObserver.atEnd((failure, elapsed) -> TOTAL.add(elapsed.toNanos()));
        }

        @Override
        public CallObserver serverCall(Call call) {
            return CallObserver.atEnd((failure, elapsed) -> TOTAL.add(elapsed.toNanos()));
        }
    };
    private static final WireLog OF_NO_PEER = WireLog.all().ofPeers("192.0.2.1");

    private Watching() {}

    static void arm(RpcServerBuilder server, String how) {
        switch (how) {
            case "listener" -> server.listener(NOBODY);
            case "timing" -> server.listener(TIMES);
            default -> server.wireLog(OF_NO_PEER);
        }
    }

    static void arm(RpcClientBuilder client, String how) {
        switch (how) {
            case "listener" -> client.listener(NOBODY);
            case "timing" -> client.listener(TIMES);
            default -> client.wireLog(OF_NO_PEER);
        }
    }
}
