package benchmark.thrift;

import benchmark.load.Caller;
import benchmark.load.Peer;
import benchmark.thrift.users.Users;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.layered.TFramedTransport;

/** A server with a thread for each connection, the fastest that Thrift has for as many as these, and a connection for each caller. */
public final class Thrift implements Peer {

    @Override
    public String name() {
        return "thrift";
    }

    @Override
    public int serve() throws Exception {
        ServerSocket listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        TThreadPoolServer server = new TThreadPoolServer(new TThreadPoolServer.Args(new TServerSocket(listening))
                .transportFactory(new TFramedTransport.Factory())
                .protocolFactory(new TBinaryProtocol.Factory())
                .processor(new Users.Processor<>(new UsersService())));
        new Thread(server::serve, "thrift").start();
        return listening.getLocalPort();
    }

    @Override
    public Caller connect(int port) {
        return new ThriftCaller(port);
    }
}
