package soak;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Status;
import java.time.Duration;
import java.util.function.BiPredicate;
import soak.v1.Soak;
import soak.v1.SoakAsync;

/**
 * A way to the servers, with the faults that lie on it.
 *
 * @param name for the report
 * @param blocking a stub
 * @param async a stub
 * @param explains whether the faults explain that a call of a kind has failed so
 * @param losesNotes whether they may lose a oneway call: such are not waited for as long
 */
record Route(String name, Soak blocking, SoakAsync async, BiPredicate<Kind, Status> explains, boolean losesNotes) {

    static Route through(
            Channel channel, String name, Duration timeout, BiPredicate<Kind, Status> explains, boolean losesNotes) {
        CallOptions options = CallOptions.DEFAULT.withTimeout(timeout);
        return new Route(
                name, Soak.stub(channel).with(options), SoakAsync.stub(channel).with(options), explains, losesNotes);
    }
}
