package strangers;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Serves {@code market.v1.Market}, with a certificate over TLS and nothing else. Usage:
 * {@code market --port P [--tls CERTIFICATE KEY]}.
 */
final class OpenMarket {

    private static final String USAGE = "market --port P [--tls CERTIFICATE KEY]";

    private OpenMarket() {}

    public static void main(String[] args) throws InterruptedException {
        Arguments arguments = Arguments.parse(USAGE, args);
        try (RpcServer server = market(arguments).start()) {
            System.out.println("listening on " + server.endpoint());
            server.awaitClosed();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static RpcServerBuilder market(Arguments arguments) {
        List<String> others = arguments.others();
        RpcServerBuilder builder = RpcServer.builder().add(new Stall()).port(arguments.port());
        if (others.isEmpty()) {
            return builder;
        }
        if (others.size() == 3 && others.get(0).equals("--tls")) {
            return builder.tls(Tls.identity(Path.of(others.get(1)), Path.of(others.get(2))));
        }
        throw Arguments.refuse(USAGE);
    }
}
