package benchmark.load;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * What a link lets through: as many bytes as a peer's messages have ({@code -Dsocket.sizes=REQUEST:REPLY}), over a connection with
 * nothing around it. Compresses nothing.
 */
public final class BareSocket implements LinkPeer {

    @Override
    public String name() {
        return "socket";
    }

    private static byte[] message(int index) {
        return new byte[Integer.parseInt(System.getProperty("socket.sizes").split(":")[index])];
    }

    @Override
    public int serve(String address, boolean compressed) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName(address));
        Thread thread = new Thread(() -> accept(listening), "socket");
        thread.setDaemon(true);
        thread.start();
        return listening.getLocalPort();
    }

    private static void accept(ServerSocket listening) {
        try (Socket socket = listening.accept()) { // of the one client there is
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] request = message(0);
            byte[] reply = message(1);
            while (true) {
                in.readFully(request);
                socket.getOutputStream().write(reply);
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    @Override
    public Client connect(String address, int port, boolean compressed) throws IOException {
        Socket socket = new Socket(address, port);
        socket.setTcpNoDelay(true);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();
        byte[] request = message(0);
        int reply = message(1).length;
        return new Client(null, text -> {
            out.write(request);
            return in.readNBytes(reply).length == reply ? text.length() : -1;
        });
    }
}
