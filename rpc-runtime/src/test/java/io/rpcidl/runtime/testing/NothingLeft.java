package io.rpcidl.runtime.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that leaves a buffer, a thread or a file descriptor behind. JUnit finds it by itself for every class;
 * Netty watches every buffer (its leak detector's level is set in the pom).
 */
public final class NothingLeft implements BeforeAllCallback, AfterAllCallback {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final File DESCRIPTORS = new File("/proc/self/fd");
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    static {
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
            @Override
            @SuppressWarnings("deprecation") // of the two factory methods it is the one that is abstract
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                    Class<T> resource, int samplingInterval, long maxActive) {
                return new Reporting<>(resource, samplingInterval);
            }
        });
    }

    /** Has the JDK open the one descriptor that it keeps once it has closed a socket. */
    static {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here);
                Socket socket = new Socket(here, server.getLocalPort())) {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final class Reporting<T> extends ResourceLeakDetector<T> {

        Reporting(Class<T> resource, int samplingInterval) {
            super(resource, samplingInterval);
        }

        @Override
        protected void reportTracedLeak(String type, String records) {
            LEAKS.add(type + records);
        }

        @Override
        protected void reportUntracedLeak(String type) {
            LEAKS.add(type);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).put("threads", threads()); // those that a class before has lost are its own failure
        store(context).put("descriptors", descriptors());
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (context.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
            return; // a class within another: that one looks
        }
        int before = store(context).get("descriptors", Integer.class);
        System.gc(); // what the JDK closes when nobody holds it any more
        await("threads", store(context).get("threads", Integer.class), NothingLeft::threads);
        await("file descriptors", before, NothingLeft::descriptors);
        System.gc();
        PooledByteBufAllocator.DEFAULT.buffer(1).release(); // Netty reports what is collected when it makes another
        assertEquals(List.of(), List.copyOf(LEAKS), "buffers that nobody released");
    }

    /** Waits until there are no more than so many: what is closed ends within moments, not at once. */
    private static void await(String what, int most, IntSupplier count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (count.getAsInt() > most && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        int left = count.getAsInt();
        if (left > most) {
            throw new AssertionError(left + " " + what + " where there were " + most + " before: " + names());
        }
    }

    private static int threads() {
        return names().size();
    }

    private static List<String> names() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("rpcidl-"))
                .toList();
    }

    /** Returns how many are open that are no files, which are those of jars; 0 where that is not known. */
    private static int descriptors() {
        String[] open = DESCRIPTORS.list();
        return open == null
                ? 0
                : (int) Stream.of(open).filter(NothingLeft::isConnection).count();
    }

    private static boolean isConnection(String descriptor) {
        try {
            String what = Files.readSymbolicLink(DESCRIPTORS.toPath().resolve(descriptor))
                    .toString();
            return what.startsWith("socket:") || what.startsWith("anon_inode:");
        } catch (IOException e) {
            return false; // closed since
        }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(NothingLeft.class, context.getRequiredTestClass()));
    }
}
