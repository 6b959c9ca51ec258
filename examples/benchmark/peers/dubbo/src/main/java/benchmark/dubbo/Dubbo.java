package benchmark.dubbo;

import benchmark.load.Caller;
import benchmark.load.Peer;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;

/** A provider and a consumer with their defaults, which know each other's address without a registry. */
public final class Dubbo implements Peer {

    private static final String NO_REGISTRY = "N/A";

    /** 127.0.0.1 as a number: written as usual, or by name, Dubbo's client would take another address of this machine for it. */
    private static final String HOST = "2130706433";

    @Override
    public String name() {
        return "dubbo";
    }

    @Override
    public int serve() throws Exception {
        int port = freePort();
        ProtocolConfig protocol = new ProtocolConfig("dubbo", port);
        protocol.setHost("127.0.0.1");
        ServiceConfig<Users> service = new ServiceConfig<>();
        service.setInterface(Users.class);
        service.setRef(new UsersService());
        DubboBootstrap.getInstance()
                .application(application())
                .registry(new RegistryConfig(NO_REGISTRY))
                .protocol(protocol)
                .service(service)
                .start();
        return port;
    }

    @Override
    public Caller connect(int port) {
        ReferenceConfig<Users> reference = new ReferenceConfig<>();
        reference.setInterface(Users.class);
        reference.setUrl("dubbo://" + HOST + ":" + port);
        DubboBootstrap.getInstance()
                .application(application())
                .reference(reference)
                .start();
        return new DubboCaller(reference.get());
    }

    private static ApplicationConfig application() {
        ApplicationConfig application = new ApplicationConfig("users");
        application.setQosEnable(false); // a port for operators
        return application;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
