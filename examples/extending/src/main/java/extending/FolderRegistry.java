package extending;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.RegistryProvider;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that all machines see, with a file for each server: a registry, {@code folder:///srv/servers}. */
public final class FolderRegistry implements Registry {

    private static final Logger LOG = LoggerFactory.getLogger(FolderRegistry.class);

    private final Path folder;
    private final List<Announced> all = new CopyOnWriteArrayList<>();
    private final Set<Path> leftOut = ConcurrentHashMap.newKeySet(); // said once
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "folder-registry");
        thread.setDaemon(true);
        return thread;
    });

    /** Opens a registry; the folder need not be there yet. */
    public FolderRegistry(Path folder) {
        this.folder = folder;
    }

    @Override
    public Registration register(Instance server) {
        Announced announced = new Announced(server);
        all.add(announced);
        clock.scheduleWithFixedDelay(announced, 0, 1, TimeUnit.SECONDS);
        return announced;
    }

    @Override
    public Watch watch(String service, Listener listener) {
        return watch(server -> server.serves(service), listener);
    }

    @Override
    public Watch watchAll(Listener listener) {
        return watch(server -> true, listener);
    }

    private Watch watch(Predicate<Instance> wanted, Listener listener) {
        ScheduledFuture<?> looks =
                clock.scheduleWithFixedDelay(() -> look(wanted, listener), 0, 100, TimeUnit.MILLISECONDS);
        return () -> looks.cancel(false);
    }

    private void look(Predicate<Instance> wanted, Listener listener) {
        try (Stream<Path> files = Files.list(folder)) {
            listener.instances(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(this::read)
                    .filter(wanted)
                    .toList());
        } catch (IOException | RuntimeException e) { // the next look is soon
            listener.unreachable(folder + ": " + e.getMessage());
        }
    }

    /** Reads a server, or nobody: a file may be gone meanwhile, or be no server's, and spoils no other. */
    private Stream<Instance> read(Path file) {
        try {
            return Stream.of(Instance.fromJson(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            if (leftOut.add(file)) {
                LOG.warn("{} is left out: {}", file, e.getMessage());
            }
            return Stream.empty();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        all.forEach(Announced::close);
    }

    /** A server's file: written again if it is lost, or could not be written before. */
    private final class Announced implements Registration, Runnable {

        private Instance server;
        private boolean written;
        private boolean closed;

        Announced(Instance server) {
            this.server = server;
        }

        private Path file() {
            return folder.resolve(URLEncoder.encode(server.id(), UTF_8) + ".json"); // an id may have slashes
        }

        @Override
        public synchronized void run() {
            if (closed || (written && Files.exists(file()))) {
                return;
            }
            try {
                Files.createDirectories(folder);
                Path next = folder.resolve(file().getFileName() + ".new");
                Files.write(next, server.toJson());
                Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE); // nobody reads half of it
                written = true;
            } catch (IOException e) {
                LOG.warn("cannot write to {}: {}", folder, e.getMessage());
            }
        }

        @Override
        public synchronized void update(Instance newer) {
            server = newer;
            written = false;
            clock.execute(this);
        }

        @Override
        public synchronized void close() {
            closed = true;
            file().toFile().delete();
        }
    }

    /** Opens {@code folder://} targets. */
    public static final class Provider implements RegistryProvider {

        @Override
        public String scheme() {
            return "folder";
        }

        @Override
        public Registry open(String target) {
            return new FolderRegistry(Path.of(target));
        }
    }
}
