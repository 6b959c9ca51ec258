package io.rpcidl.transport.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.transport.Connection;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.GrowingMessage;
import io.rpcidl.transport.Receiver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent over a socket, by whom, and in which order. */
@Timeout(60)
class OutboxTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final NettyTransport transport = NettyTransport.client(false, null);
    private final Hearing hearing = new Hearing();
    private ServerSocket server;
    private Socket other;
    private BufferedReader lines;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Endpoint endpoint = new Endpoint("127.0.0.1", server.getLocalPort());
        transport
                .connect(endpoint, LONG, made -> {
                    connection = made;
                    return hearing;
                })
                .get(20, TimeUnit.SECONDS);
        other = server.accept();
        lines = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() throws IOException {
        transport.close();
        other.close();
        server.close();
    }

    @Test
    void aSenderWritesByItselfWhenNothingElseIsOnItsWay() throws Exception {
        hear();
        try (Blocked blocked = new Blocked()) {
            blocked.begin();
            now("first");
            assertEquals("first", lines.readLine());
            now("second");
            assertEquals("second", lines.readLine());
        }
    }

    /** For what others send meanwhile would have shared its flush. */
    @Test
    void aSenderWhoWasNotAloneLatelyLeavesItToTheEventLoop() throws Exception {
        hear();
        send("one of many");
        assertEquals("one of many", lines.readLine());
        assertEventLoopWrites("a lone one");
    }

    @Test
    void aSenderLearnsWhetherOthersCameLately() {
        for (int i = 0; i < 16; i++) {
            assertFalse(connection.sendNow(bytes("\n"), 1), "message " + i);
        }
        assertTrue(connection.sendNow(bytes("\n"), 1));
        send("one of many");
        assertFalse(connection.sendNow(bytes("\n"), 1));
    }

    @Test
    void aSenderDoesNotOvertake() throws Exception {
        hear();
        try (Blocked blocked = new Blocked()) {
            blocked.begin();
            send("first");
            now("second");
            assertNothingIsRead();
        }
        assertEquals("first", lines.readLine());
        assertEquals("second", lines.readLine());
    }

    @Test
    void aSenderLeavesToTheEventLoopWhatTheSocketDoesNotTake() throws Exception {
        hear();
        String much = "x".repeat(10_000);
        for (int i = 0; i < 2_000; i++) { // more than sockets hold
            now(i + much);
        }
        send("the last");
        for (int i = 0; i < 2_000; i++) {
            assertEquals(i + much, lines.readLine());
        }
        assertEquals("the last", lines.readLine());
        for (int i = 0; i < 100; i++) { // and once it has left, they write again
            now("again " + i);
            assertEquals("again " + i, lines.readLine());
        }
    }

    @Test
    void aLongMessageIsLeftToTheEventLoop() throws Exception {
        hear();
        assertEventLoopWrites("x".repeat(20_000));
    }

    @Test
    void aSenderThatIsInterruptedDoesNotCloseTheConnection() throws Exception {
        hear();
        Thread.currentThread().interrupt();
        now("first");
        assertTrue(Thread.interrupted());
        now("second");
        assertEquals("first", lines.readLine());
        assertEquals("second", lines.readLine());
    }

    @Test
    void beforeAnythingIsHeardTheEventLoopWrites() throws Exception {
        beAlone();
        assertEventLoopWrites("it may still become encrypted");
    }

    @Test
    void whatIsToBeDeflatedIsNotWrittenBySenders() throws Exception {
        hear();
        try (Blocked blocked = new Blocked()) {
            blocked.begin();
            connection.sendThenDeflate(bytes("plain\n"), 6);
            now("deflated");
        }
        assertEquals("plain", lines.readLine());
        assertEquals('x', lines.read()); // zlib's first byte
    }

    @Test
    void theLastIsWrittenBeforeTheEnd() throws Exception {
        hear();
        for (int i = 0; i < 10; i++) {
            now("line " + i);
        }
        connection.close();
        for (int i = 0; i < 10; i++) {
            assertEquals("line " + i, lines.readLine());
        }
        assertEquals(null, lines.readLine());
    }

    /** What waits for room is told while the event loop writes, and may send more than that would leave for later. */
    @Test
    void whatIsSentWhileTheEventLoopWritesComesBehind() throws Exception {
        hear();
        String much = "x".repeat(2_000_000);
        send("first " + much);
        connection.whenWritable(() -> {
            send("second " + much);
            connection.whenWritable(() -> send("fourth"));
            send("third " + much);
        });
        assertEquals("first " + much, lines.readLine());
        assertEquals("second " + much, lines.readLine());
        assertEquals("third " + much, lines.readLine());
        assertEquals("fourth", lines.readLine());
    }

    /** Else each piece of a long message that leaves would bring another message into the queue behind it. */
    @Test
    void roomIsToldOfWhenAllIsWritten() throws Exception {
        hear();
        String much = "x".repeat(4_000_000);
        BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
        List<String> sent = new ArrayList<>();
        connection.schedule(Duration.ZERO, () -> {
            connection.whenWritable(new Runnable() {
                @Override
                public void run() {
                    String line = sent.size() + " " + "y".repeat(100_000);
                    sent.add(line);
                    send(line);
                    if (sent.size() < 20) {
                        connection.whenWritable(this);
                    }
                }
            });
            send(much); // here and now, for it is long
            told.add(sent.size());
        });
        assertEquals(much, lines.readLine());
        for (int i = 0; i < 20; i++) {
            assertEquals(i + " " + "y".repeat(100_000), lines.readLine());
        }
        assertTrue(told.take() <= 1, "several were told before the first had left");
    }

    /** A part of what was sent is missing then, so that nothing may follow. */
    @Test
    void aMessageThatCannotBeFinishedEndsTheConnection() throws Exception {
        hear();
        try (Blocked blocked = new Blocked()) {
            blocked.begin();
            connection.send(new Unfinished());
            send("behind");
        }
        assertEquals("ArithmeticException: unfinished", hearing.closed.take());
        assertEquals(null, lines.readLine());
    }

    /** Each thread's lines come whole and in its order, however they are sent. */
    @Test
    void manySendersDoNotMixTheirLines() throws Exception {
        hear();
        long seed = System.nanoTime();
        List<Thread> senders = new ArrayList<>();
        for (int id = 0; id < 4; id++) {
            Random random = new Random(seed + id);
            String name = id + " ";
            senders.add(new Thread(() -> {
                for (int i = 0; i < 5_000; i++) {
                    String line = name + i + " " + "x".repeat(random.nextInt(10) == 0 ? 5_000 : 10) + ".";
                    if (random.nextBoolean()) {
                        send(line);
                    } else {
                        now(line);
                    }
                    if (random.nextInt(4) == 0) {
                        Thread.yield();
                    }
                }
            }));
        }
        senders.forEach(Thread::start);
        int[] next = new int[4];
        for (int i = 0; i < 4 * 5_000; i++) {
            String line = lines.readLine();
            int id = line.charAt(0) - '0';
            assertEquals(id + " " + next[id]++, line.replaceFirst(" x+\\.$", ""), "seed " + seed);
        }
        for (Thread sender : senders) {
            sender.join();
        }
    }

    @Test
    void aConnectionThatIsLostIsNoticedBySenders() throws Exception {
        hear();
        other.setSoLinger(true, 0);
        other.close(); // with a reset
        while (hearing.closed.poll(1, TimeUnit.MILLISECONDS) == null) {
            now("is anybody there?");
        }
    }

    /** A line that is sent now comes, and not before the event loop runs. */
    private void assertEventLoopWrites(String line) throws Exception {
        try (Blocked blocked = new Blocked()) {
            blocked.begin();
            now(line);
            assertNothingIsRead();
        }
        assertEquals(line, lines.readLine());
    }

    private void assertNothingIsRead() throws IOException {
        other.setSoTimeout(50);
        assertThrows(SocketTimeoutException.class, lines::readLine);
        other.setSoTimeout(0);
    }

    /** From here on senders may write. */
    private void hear() throws Exception {
        other.getOutputStream().write('!');
        hearing.heard.take();
        beAlone();
    }

    private void beAlone() throws IOException {
        for (int i = 0; i < 16; i++) {
            now("alone");
            assertEquals("alone", lines.readLine());
        }
    }

    private void send(String line) {
        connection.send(bytes(line + "\n"), line.length() + 1);
    }

    private void now(String line) {
        connection.sendNow(bytes(line + "\n"), line.length() + 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Holds up the connection's event loop until it is closed. */
    private final class Blocked implements AutoCloseable {

        private final CountDownLatch end = new CountDownLatch(1);

        void begin() throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            connection.schedule(Duration.ZERO, () -> {
                begun.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            begun.await();
        }

        @Override
        public void close() {
            end.countDown();
        }
    }

    private record Unfinished() implements GrowingMessage {

        @Override
        public void finish() {
            throw new ArithmeticException("unfinished");
        }

        @Override
        public byte[] bytes() {
            return new byte[0];
        }

        @Override
        public int length() {
            return 0;
        }
    }

    private static final class Hearing implements Receiver {

        private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

        @Override
        public void received(byte[] bytes, int from, int to) {
            heard.add(to - from);
        }

        @Override
        public void inputClosed() {}

        @Override
        public void closed(String reason) {
            closed.add(reason);
        }
    }
}
