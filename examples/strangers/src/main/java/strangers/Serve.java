package strangers;

import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import strangers.v1.ExampleHandler;

/** Serves {@code example_service} for clients that know nothing but a socket and JSON. Usage: {@code serve --port P}. */
final class Serve {

    private Serve() {}

    public static void main(String[] args) throws InterruptedException {
        Arguments arguments = Arguments.parse("serve --port P", args);
        ExampleHandler handler = request -> request.numbers().stream().reduce(0L, Math::addExact);
        try (RpcServer server =
                RpcServer.builder().add(handler).port(arguments.port()).start()) {
            System.out.println("listening on " + server.endpoint());
            server.awaitClosed();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
