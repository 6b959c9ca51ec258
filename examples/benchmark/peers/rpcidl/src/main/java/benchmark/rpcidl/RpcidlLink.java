package benchmark.rpcidl;

import benchmark.UsersService;
import benchmark.link.v1.Link;
import benchmark.link.v1.LinkHandler;
import benchmark.load.LinkPeer;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import java.io.IOException;

/** A server and a client with nothing set but, if that is asked for, compression on both sides. */
public final class RpcidlLink implements LinkPeer {

    @Override
    public String name() {
        return "rpcidl";
    }

    @Override
    public int serve(String address, boolean compressed) throws IOException {
        LinkHandler lengths = request -> request.text().length();
        RpcServerBuilder server =
                RpcServer.builder().add(new UsersService()).add(lengths).host(address);
        return (compressed ? server.allowDeflate() : server).start().port();
    }

    @Override
    public Client connect(String address, int port, boolean compressed) {
        RpcClientBuilder builder = RpcClient.builder("rpc://" + address + ":" + port);
        RpcClient client = (compressed ? builder.deflate() : builder).build();
        return new Client(new RpcidlCaller(client), Link.stub(client)::length);
    }
}
