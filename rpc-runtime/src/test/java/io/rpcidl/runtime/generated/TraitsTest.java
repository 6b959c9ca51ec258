package io.rpcidl.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.traits.Calls;
import golden.traits.CallsHandlerBase;
import golden.traits.Patch;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.MethodTraits;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a contract says about calls. */
class TraitsTest {

    private static final class Handler extends CallsHandlerBase {

        @Override
        public String area(Calls.AreaRequest request) {
            return request.width() + "x" + request.height() + request.unit() + request.scale();
        }

        @Override
        public boolean none(Calls.NoneRequest request) {
            return true;
        }
    }

    @Test
    void descriptorsHaveThem() {
        List<MethodTraits> traits = new Handler()
                .definition_().bindings().stream()
                        .map(each -> each.method().traits())
                        .toList();
        assertEquals(
                List.of(
                        MethodTraits.NONE,
                        new MethodTraits(Duration.ofSeconds(2), true, false, false, null),
                        new MethodTraits(null, false, false, true, "token"),
                        new MethodTraits(null, false, true, true, null),
                        MethodTraits.NONE,
                        new MethodTraits(null, true, false, false, null),
                        MethodTraits.NONE),
                traits);
    }

    @Test
    void positionalParametersAreAnArray() throws Exception {
        LocalChannel channel = new LocalChannel(new Handler());
        Calls calls = Calls.stub(channel);
        assertEquals("1xnullmnull", calls.area(1));
        assertEquals(
                "1x2cm0.5",
                calls.area(Calls.AreaRequest.builder()
                        .width(1)
                        .height(2)
                        .unit("cm")
                        .scale(0.5)
                        .build()));
        assertEquals(true, calls.none());
        assertEquals(List.of("area [1,null,'m',null]", "area [1,2,'cm',0.5]", "none []"), channel.sent());
        assertEquals("'3xnullmnull'", channel.call("area", "[3]"));
        assertEquals("'3xnullmnull'", channel.call("area", "{'width':3}"));
    }

    @Test
    void parametersMayBeSensitiveAndHaveFurtherNames() throws Exception {
        Calls.ChangeRequest request = Calls.ChangeRequest.builder()
                .user("u")
                .patch(Patch.builder().build())
                .secret("hidden")
                .build();
        assertEquals("ChangeRequest[user=u, patch=Patch[name=absent], secret=***, name=null]", request.toString());
    }

    /** The caller knows best, then the contract, then the client. */
    @Test
    void theTimeoutOfTheContractHolds() {
        assertEquals(2, seconds(CallOptions.DEFAULT, true));
        assertEquals(10, seconds(CallOptions.DEFAULT, false));
        assertEquals(5, seconds(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(5)), true));
        assertEquals(1, seconds(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)), true));
    }

    private static long seconds(CallOptions options, boolean withTimeout) {
        Deadlines channel = new Deadlines();
        Calls calls = Calls.stub(channel).with(options);
        Assertions.assertThrows(RpcException.class, () -> {
            if (withTimeout) {
                calls.get("1");
            } else {
                calls.plain("1");
            }
        });
        assertTrue(channel.millis > 0);
        return (channel.millis + 999) / 1000;
    }

    private static final class Deadlines implements Channel {

        private long millis;

        @Override
        public CompletableFuture<Reply> invoke(Call call) {
            millis = call.deadline().remainingMillis();
            Status status = Status.notProcessed(StatusCode.UNAVAILABLE, "");
            return CompletableFuture.completedFuture(new Reply.Failure(status));
        }

        @Override
        public Duration defaultTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Executor callbackExecutor() {
            return Runnable::run;
        }
    }
}
