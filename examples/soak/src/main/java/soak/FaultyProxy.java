package soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a server, and lets no connection live for long: each ends in a way of its own ({@link FaultyLink}). */
final class FaultyProxy implements AutoCloseable {

    private final ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Random random;
    private final Ledger ledger;
    private final Set<FaultyLink> links = ConcurrentHashMap.newKeySet();

    FaultyProxy(int target, Random random, Ledger ledger) throws IOException {
        this.target = target;
        this.random = random;
        this.ledger = ledger;
        Thread thread = new Thread(this::accept, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return port.getLocalPort();
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                Socket caller = port.accept();
                FaultyLink.Fault fault = FaultyLink.Fault.any(random);
                ledger.fault("proxy: " + fault);
                if (fault == FaultyLink.Fault.REFUSE) {
                    caller.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                FaultyLink link = new FaultyLink(caller, server, fault, random.nextLong(), links::remove);
                links.add(link);
                link.start();
            } catch (IOException e) {
                if (!port.isClosed()) {
                    ledger.unexplained("the proxy itself: " + e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
        links.forEach(FaultyLink::close);
    }
}
