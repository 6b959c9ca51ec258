package soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** One after the other, connections on which nothing is done as it should be, to servers that others use at the same time. */
final class HostileClients implements Runnable {

    private static final String REQUEST = "{\"header\":{\"request_id\":%d,\"service_name\":\"soak.v1.Soak\","
            + "\"method_name\":\"%s\",\"offer\":{\"wire\":1}},\"body\":{\"params\":%s}}\n";
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int TOO_LONG = 5 << 20;

    private final List<Integer> ports;
    private final Random random;
    private final Ledger ledger;
    private final Stop stop;

    HostileClients(List<Integer> ports, Random random, Ledger ledger, Stop stop) {
        this.ports = ports;
        this.random = random;
        this.ledger = ledger;
        this.stop = stop;
    }

    /** What they do; where an answer is due, it is looked at. */
    private enum Attack {
        GARBAGE,
        HALF_MESSAGE,
        CONNECT_AND_CLOSE,
        SLOW_BYTES,
        NEVER_READS,
        TOO_LONG,
        CANCELS,
        BROKEN_TLS,
        BROKEN_HTTP
    }

    @Override
    public void run() {
        while (!stop.isRequested()) {
            Attack attack = Attack.values()[random.nextInt(Attack.values().length)];
            ledger.fault("hostile: " + attack);
            try {
                attack(attack, ports.get(random.nextInt(ports.size())));
                stop.pause(random.nextInt(200));
            } catch (SocketTimeoutException e) {
                ledger.unexplained(attack + " was neither answered nor closed");
            } catch (IOException e) {
                // a server that is down, or does not want to hear more
            }
        }
    }

    private void attack(Attack attack, int port) throws IOException {
        if (attack == Attack.NEVER_READS) {
            neverRead(port);
            return;
        }
        if (attack == Attack.CONNECT_AND_CLOSE) {
            for (int i = 0; i < 30; i++) {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
            }
            return;
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            switch (attack) {
                case GARBAGE -> expect(socket, "]nonsense", "INVALID_ARGUMENT");
                case TOO_LONG ->
                    expect(socket, request("echo", "\"" + "x".repeat(TOO_LONG) + "\""), "RESOURCE_EXHAUSTED");
                case HALF_MESSAGE -> {
                    String whole = request("sleep", "[\"hostile\",1000]");
                    send(socket, whole.substring(0, random.nextInt(whole.length())));
                    socket.setSoLinger(random.nextBoolean(), 0);
                }
                case SLOW_BYTES -> {
                    String whole = request("sleep", "[\"hostile\",1000]");
                    for (int i = 0; i < 60 && !stop.isRequested(); i++) {
                        send(socket, whole.substring(i, i + 1));
                        stop.pause(50);
                    }
                }
                case CANCELS -> cancel(socket);
                case BROKEN_TLS -> {
                    send(socket, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000" + "x".repeat(random.nextInt(600)));
                    socket.shutdownOutput();
                    drain(socket);
                }
                default -> expect(socket, "GET /nowhere HTTP/1.1\r\n\r\n", "");
            }
        }
    }

    private String request(String method, String params) {
        return String.format(REQUEST, random.nextInt(1_000), method, params);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends, and looks for a word in the answer; a server that takes TLS only says something else. */
    private void expect(Socket socket, String text, String word) throws IOException {
        send(socket, text);
        byte[] answer = socket.getInputStream().readNBytes(20);
        if (answer.length == 20) {
            byte[] more = new byte[4_096];
            int length = Math.max(0, socket.getInputStream().read(more));
            String all =
                    new String(answer, StandardCharsets.UTF_8) + new String(more, 0, length, StandardCharsets.UTF_8);
            boolean right = all.contains(word) || all.contains("FAILED_PRECONDITION") || all.contains("UNAVAILABLE");
            if (!right) {
                ledger.unexplained("expected " + word + " from a server, got " + all);
            }
        }
    }

    private static void drain(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            // reset: closed all the same
        }
    }

    private void cancel(Socket socket) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            all.append(String.format(REQUEST, i, "sleep", "[\"hostile\",1000]"))
                    .append("{\"header\":{\"kind\":\"cancel\",\"request_id\":" + i + "},\"body\":{}}\n");
        }
        send(socket, all.toString());
        stop.pause(random.nextInt(200));
    }

    /** Asks for far more than a socket holds, and for streams without an end, and reads none of it. */
    private void neverRead(int port) throws IOException {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            String text = "\"" + "x".repeat(50_000) + "\"";
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                all.append(String.format(
                        REQUEST, i, "echo", "{\"parcel\":{\"token\":\"hostile\",\"text\":" + text + "}}"));
            }
            all.append(String.format(REQUEST, 1_000, "count", "[\"hostile\",1000000]"));
            ByteBuffer bytes = ByteBuffer.wrap(all.toString().getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 30 && !stop.isRequested(); i++) {
                channel.write(bytes);
                stop.pause(100);
            }
        }
    }
}
