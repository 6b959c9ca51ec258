package io.rpcidl.junit;

import io.rpcidl.runtime.client.RoundRobin;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.runtime.stub.ServiceHandler;
import io.rpcidl.transport.thread.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers and the client that run for a test, or for a class of them. */
final class Running {

    /** What is ended ends within moments, not at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OpenCalls called = new OpenCalls("on the client");
    private final OpenCalls served = new OpenCalls("on a server");
    private final ExecutorService workers = Workers.newExecutor("rpcidl-junit");
    private final List<RpcServer> servers = new ArrayList<>();
    private final @Nullable RpcClient client;

    /** Starts them. */
    Running(RpcExtension.Options options) throws IOException {
        try {
            for (List<ServiceHandler> handlers : options.servers()) {
                servers.add(server(options, handlers));
            }
            this.client = client(options);
        } catch (IOException | RuntimeException e) {
            servers.forEach(RpcServer::close);
            workers.shutdown();
            throw e;
        }
    }

    private RpcServer server(RpcExtension.Options options, List<ServiceHandler> handlers) throws IOException {
        RpcServerBuilder builder =
                RpcServer.builder().executor(workers).drainTimeout(PATIENCE).listener(served);
        handlers.forEach(builder::add);
        if (!options.sockets()) {
            builder.inProcess();
        }
        options.server().accept(builder);
        return builder.start();
    }

    private RpcClient client(RpcExtension.Options options) {
        String target =
                servers.stream().map(each -> each.endpoint().toString()).collect(Collectors.joining(",", "rpc://", ""));
        RpcClientBuilder builder =
                RpcClient.builder(target).listener(called).balancer(RoundRobin::new); // a test leaves nothing to chance
        if (!options.sockets()) {
            builder.inProcess();
        }
        options.client().accept(builder);
        return builder.build();
    }

    RpcClient client() {
        return client;
    }

    List<RpcServer> servers() {
        return List.copyOf(servers);
    }

    /** Fails if calls are in flight, and stay so for a moment. */
    void requireNoCalls() throws InterruptedException {
        failFor(complaint(left(PATIENCE)));
    }

    /** Ends all; fails if calls are in flight, unless the test has failed already, and if handlers go on all the same. */
    void end(boolean failed) throws InterruptedException {
        List<String> left = left(failed ? Duration.ZERO : PATIENCE);
        try {
            client.close();
        } finally {
            servers.forEach(RpcServer::close);
            workers.shutdown();
        }
        String complaint = failed ? "" : complaint(left);
        if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            String names = left.isEmpty() ? "" : ": one of " + String.join(", ", left);
            complaint += "a handler goes on after its server was closed, and keeps its thread" + names;
        }
        failFor(complaint);
    }

    private List<String> left(Duration patience) throws InterruptedException {
        List<String> left = new ArrayList<>(called.left(patience));
        left.addAll(served.left(left.isEmpty() ? patience : Duration.ZERO));
        return left;
    }

    private static String complaint(List<String> left) {
        return left.isEmpty()
                ? ""
                : "calls are in flight that the test has neither awaited nor cancelled, or streams that it has not closed: "
                        + String.join(", ", left) + "\n";
    }

    private static void failFor(String complaint) {
        if (!complaint.isEmpty()) {
            throw new AssertionError(complaint.stripTrailing());
        }
    }
}
