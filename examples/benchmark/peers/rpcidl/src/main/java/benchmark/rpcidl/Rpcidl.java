package benchmark.rpcidl;

import benchmark.UsersService;
import benchmark.load.Caller;
import benchmark.load.MessageLimit;
import benchmark.load.Peer;
import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** A server and a client with nothing set, but for how large a message may be where that is measured. */
public final class Rpcidl implements Peer {

    @Override
    public String name() {
        return "rpcidl";
    }

    @Override
    public int serve() throws IOException {
        RpcServerBuilder server = RpcServer.builder().add(new UsersService()).add(new FlowsService());
        limits().ifPresent(server::limits);
        return server.start().endpoint().port();
    }

    @Override
    public Caller connect(int port) {
        RpcClientBuilder client = RpcClient.builder("rpc://127.0.0.1:" + port);
        limits().ifPresent(client::limits);
        return new RpcidlCaller(client.build());
    }

    private static Optional<JsonLimits> limits() {
        OptionalInt bytes = MessageLimit.raised();
        return bytes.isPresent()
                ? Optional.of(new JsonLimits(bytes.getAsInt(), JsonLimits.DEFAULT.maxDepth()))
                : Optional.empty();
    }
}
