package io.rpcidl.runtime.service;

import io.rpcidl.runtime.service.live.Live;
import io.rpcidl.runtime.service.live.LiveHandler;
import io.rpcidl.runtime.service.live.ServerState;
import java.util.function.IntFunction;

/** The contract {@code rpc.live.v1}: shows a server, given so many of its connections. */
public record LiveService(IntFunction<ServerState> server) implements LiveHandler {

    /** The service's name on the wire. */
    public static final String NAME = "rpc.live.v1.Live";

    private static final int CONNECTIONS = 20;

    @Override
    public ServerState server(Live.ServerRequest request) {
        Integer most = request.most();
        return server.apply(most == null ? CONNECTIONS : most);
    }
}
