package io.rpcidl.runtime.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stranger's socket: bytes out, bytes in, nothing else. */
public final class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    /** Connects to a port of this machine. */
    public RawSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends text as UTF-8 in one write. */
    public RawSocket send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes in one write. */
    public RawSocket send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Says that no more will be sent. */
    public RawSocket endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Reads up to the end of a line, which is not part of the result. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("closed after '" + line.toString(StandardCharsets.UTF_8) + "'");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Reads what comes next, however much it is. */
    public byte[] some() throws IOException {
        int first = in.read();
        if (first < 0) {
            throw new IOException("closed");
        }
        byte[] bytes = new byte[1 + in.available()];
        bytes[0] = (byte) first;
        return Arrays.copyOf(bytes, 1 + Math.max(0, in.read(bytes, 1, bytes.length - 1)));
    }

    /** Reads until the other side closes. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
