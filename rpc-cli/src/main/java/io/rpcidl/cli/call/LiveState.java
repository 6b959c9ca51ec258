package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stub.DynamicStub;
import java.util.Optional;

/** What a server is doing at the moment, as it says by {@code rpc.live.v1}. */
public final class LiveState {

    private LiveState() {}

    /**
     * Asks a server and returns its answer, in several lines.
     *
     * @param service of which a server is meant, where a registry knows who serves what
     */
    public static String of(Servers servers, Optional<String> service) {
        DescribedServer server = service.map(servers::describedBy).orElseGet(servers::described);
        try {
            byte[] state = new DynamicStub<>(server.channel(), Codecs.RAW)
                    .with(servers.options())
                    .call("rpc.live.v1.Live", "server", RawJson.ascii("{}"));
            return Printable.pretty(state);
        } catch (RpcException e) {
            if (e.code() == StatusCode.UNIMPLEMENTED) {
                throw new Misuse("the server does not show that: RpcServerBuilder.showLive() has it do so");
            }
            throw e;
        }
    }
}
