package io.rpcidl.runtime.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateLimitTest {

    private static final double ONE_IN_A_QUARTER_OF_AN_HOUR = 0.0011;

    private static RpcServer server(RateLimit limit) throws IOException {
        return RpcServer.builder().add(new EchoService()).filter(limit).start();
    }

    @Test
    void whatIsTooMuchIsRefusedAndToldWhenToComeBack() throws IOException {
        try (RpcServer server = server(RateLimit.perCaller(ONE_IN_A_QUARTER_OF_AN_HOUR, 2));
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            Echo echo = Echo.stub(client);
            echo.echo("one");
            echo.echo("two");
            RpcException thrown = assertThrows(RpcException.class, () -> echo.echo("three"));
            assertEquals(StatusCode.RESOURCE_EXHAUSTED, thrown.code());
            assertEquals(Processed.NO, thrown.status().processed());
            Duration wait = thrown.status().retryAfter();
            assertNotNull(wait);
            assertTrue(wait.toMinutes() >= 14 && wait.toMinutes() <= 15, wait.toString());
        }
    }

    @Test
    void aCallerThatIsTooFastIsSlowedDownByItsClient() throws IOException {
        try (RpcServer server = server(RateLimit.perCaller(50, 1));
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            Echo echo = Echo.stub(client);
            for (int i = 0; i < 4; i++) {
                assertEquals("text", echo.echo("text"));
            }
        }
    }

    @Test
    void callersAreToldApartAsOneLikes() throws IOException {
        RateLimit byTenant =
                RateLimit.by(call -> String.valueOf(call.metadata().get("tenant")), ONE_IN_A_QUARTER_OF_AN_HOUR, 1);
        try (RpcServer server = server(byTenant);
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            Echo one = Echo.stub(client).with(CallOptions.DEFAULT.withMetadata("tenant", "one"));
            Echo other = Echo.stub(client).with(CallOptions.DEFAULT.withMetadata("tenant", "other"));
            one.echo("text");
            other.echo("text");
            assertThrows(RpcException.class, () -> one.echo("text"));
        }
    }
}
