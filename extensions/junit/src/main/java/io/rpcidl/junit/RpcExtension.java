package io.rpcidl.junit;

import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.runtime.stub.ServiceHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A server, or several, and a client of theirs in the JVM of a test, without sockets and otherwise as in production. In a
 * static field they run while the class's tests do, in any other they are new for each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RpcExtension rpc = RpcExtension.serving(new CatalogService());
 *
 * @Test
 * void findsWhatIsThere(Catalog catalog) { … } // or Catalog.stub(rpc.client())
 * }</pre>
 *
 * A test fails that leaves calls in flight behind, or streams open, or handlers that go on when their server is closed.
 * Parameters of tests may be the {@link RpcClient}, the {@link RpcServer} and each generated stub; where a class has several
 * extensions, JUnit cannot know whose, and they are asked themselves. Immutable, but for what runs.
 */
public final class RpcExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    /** What is started: for each server its handlers. */
    record Options(
            List<List<ServiceHandler>> servers,
            Consumer<RpcServerBuilder> server,
            Consumer<RpcClientBuilder> client,
            boolean sockets) {}

    private final Options options;

    // guarded by this: classes within a class may run at the same time
    private int classes;
    private @Nullable Running running;

    private RpcExtension(Options options) {
        this.options = options;
    }

    /** Serves services, all on one server. */
    public static RpcExtension serving(ServiceHandler... handlers) {
        return new RpcExtension(new Options(List.of(List.of(handlers)), builder -> {}, builder -> {}, false));
    }

    /** Adds a further server, with services of its own; the client knows them all and calls them in turn. */
    public RpcExtension andServing(ServiceHandler... handlers) {
        List<List<ServiceHandler>> more = new ArrayList<>(options.servers());
        more.add(List.of(handlers));
        return new RpcExtension(new Options(more, options.server(), options.client(), options.sockets()));
    }

    /** Says more of each server; what was said before is said first. */
    public RpcExtension server(Consumer<RpcServerBuilder> also) {
        return new RpcExtension(
                new Options(options.servers(), options.server().andThen(also), options.client(), options.sockets()));
    }

    /** Says more of the client; what was said before is said first. */
    public RpcExtension client(Consumer<RpcClientBuilder> also) {
        return new RpcExtension(new Options(
                options.servers(), options.server(), options.client().andThen(also), options.sockets()));
    }

    /** Uses sockets, on 127.0.0.1: for tests of TLS, of other clients, or of lost connections. */
    public RpcExtension overSockets() {
        return new RpcExtension(new Options(options.servers(), options.server(), options.client(), true));
    }

    /** Returns the client, for stubs: {@code Catalog.stub(rpc.client())}. The extension closes it. */
    public RpcClient client() {
        return running().client();
    }

    /** Returns the server; of several the first. */
    public RpcServer server() {
        return servers().get(0);
    }

    /** Returns the servers, in the order in which they were added. A test may close one; the extension closes all. */
    public List<RpcServer> servers() {
        return running().servers();
    }

    private synchronized Running running() {
        if (running == null) {
            throw new IllegalStateException(
                    "nothing runs yet: register the extension with @RegisterExtension, and ask it in"
                            + " a test or in what runs before each");
        }
        return running;
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) throws IOException {
        classes++; // classes within a class come here too
        if (classes == 1) {
            running = new Running(options);
        }
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) throws IOException {
        if (classes == 0) {
            running = new Running(options);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Running own;
        Running shared;
        synchronized (this) {
            shared = classes == 0 ? null : running;
            own = classes == 0 ? running : null;
            running = shared;
        }
        boolean failed = context.getExecutionException().isPresent(); // a test that failed has said why
        if (own != null) {
            own.end(failed);
        } else if (shared != null && !failed && context.getExecutionMode() != ExecutionMode.CONCURRENT) {
            shared.requireNoCalls();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        Running last = null;
        synchronized (this) {
            classes--;
            if (classes == 0) {
                last = running;
                running = null;
            }
        }
        if (last != null) {
            last.end(false);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RpcClient.class || type == RpcServer.class || StubType.isOne(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == RpcServer.class) {
            return server();
        }
        return type == RpcClient.class ? client() : StubType.make(type, client());
    }
}
