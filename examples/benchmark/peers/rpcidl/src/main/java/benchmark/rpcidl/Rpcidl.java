package benchmark.rpcidl;

import benchmark.UsersService;
import benchmark.load.Caller;
import benchmark.load.Peer;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;

/** A server and a client with nothing set. */
public final class Rpcidl implements Peer {

    @Override
    public String name() {
        return "rpcidl";
    }

    @Override
    public int serve() throws IOException {
        return RpcServer.builder().add(new UsersService()).start().endpoint().port();
    }

    @Override
    public Caller connect(int port) {
        return new RpcidlCaller(RpcClient.connect("rpc://127.0.0.1:" + port));
    }
}
