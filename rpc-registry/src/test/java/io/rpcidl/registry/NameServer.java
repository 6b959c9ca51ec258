package io.rpcidl.registry;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A DNS server that knows what a test tells it, on 127.0.0.1, with as much of RFC 1035 as that needs. */
final class NameServer implements AutoCloseable {

    private static final Map<Integer, String> TYPES = Map.of(1, "A", 28, "AAAA", 33, "SRV");

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();

    NameServer() throws IOException {
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sets the records of a name: of SRV in the order of the text form, of A the address. */
    NameServer set(String name, String type, String... values) {
        records.put(name + " " + type, List.of(values));
        return this;
    }

    void forget(String name, String type) {
        records.remove(name + " " + type);
    }

    int questions() {
        return questions.get();
    }

    String target(String name) {
        return "127.0.0.1:" + socket.getLocalPort() + "/" + name;
    }

    private void serve() {
        byte[] bytes = new byte[512];
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        try {
            while (true) {
                packet.setLength(bytes.length);
                socket.receive(packet);
                questions.incrementAndGet();
                byte[] answer = answer(bytes, packet.getLength());
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private byte[] answer(byte[] query, int length) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = 12;
        while (query[at] != 0) {
            name.append(name.length() == 0 ? "" : ".").append(new String(query, at + 1, query[at]));
            at += query[at] + 1;
        }
        int type = query[at + 2];
        List<String> found = records.getOrDefault(name + " " + TYPES.get(type), List.of());
        boolean known = records.keySet().stream().anyMatch(key -> key.startsWith(name + " "));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(query, 0, 2);
        out.writeShort(known ? 0x8180 : 0x8183); // an answer, or no such name
        out.writeShort(1);
        out.writeShort(found.size());
        out.writeInt(0);
        out.write(query, 12, at + 5 - 12);
        for (String record : found) {
            byte[] data = data(type, record);
            out.writeShort(0xc00c); // the name of the question
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(1);
            out.writeShort(data.length);
            out.write(data);
        }
        return bytes.toByteArray();
    }

    private static byte[] data(int type, String record) throws IOException {
        if (type != 33) {
            return InetAddress.getByName(record).getAddress();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        String[] parts = record.split(" ");
        for (int i = 0; i < 3; i++) {
            out.writeShort(Integer.parseInt(parts[i]));
        }
        for (String label : parts[3].split("\\.")) {
            out.writeByte(label.length());
            out.writeBytes(label);
        }
        out.writeByte(0);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
