package io.rpcidl.transport.netty;

import io.netty.util.NetUtil;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.thread.Workers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** Looks host names up on a thread that may block: the JDK's resolver does, for seconds if a name server is slow. */
final class Addresses implements AutoCloseable {

    private final ExecutorService threads = Workers.newExecutor("rpcidl-resolver");

    /** Returns an endpoint's address; at once if its host is an address already. */
    CompletableFuture<InetSocketAddress> resolve(Endpoint endpoint) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(place(endpoint));
        if (literal != null) {
            return CompletableFuture.completedFuture(address(endpoint));
        }
        try {
            return CompletableFuture.supplyAsync(() -> address(endpoint), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static String place(Endpoint endpoint) {
        String address = endpoint.address();
        return address == null ? endpoint.host() : address;
    }

    private static InetSocketAddress address(Endpoint endpoint) {
        try {
            return new InetSocketAddress(InetAddress.getByName(place(endpoint)), endpoint.port());
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
