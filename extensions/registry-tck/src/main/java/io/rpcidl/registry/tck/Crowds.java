package io.rpcidl.registry.tck;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads use a registry at a time. That listeners are called by one of them at a time is checked in every test. */
interface Crowds {

    int THREADS = 8;
    int EACH = 20;

    @Test
    default void manyThreadsAnnounceAndLeave(Bench bench) throws Exception {
        Registry shared = bench.open();
        Seen seen = bench.watch(bench.open());
        Seen near = bench.watch(shared);
        List<List<Instance>> stay = inParallel(thread -> {
            List<Instance> staying = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                Instance server = bench.server("server-" + thread + "-" + i);
                Registry.Registration registration = shared.register(server);
                if (i % 2 == 0) {
                    registration.update(server.withWeight(i));
                    staying.add(server.withWeight(i));
                } else {
                    registration.close();
                }
            }
            return staying;
        });
        List<Instance> all = stay.stream().flatMap(List::stream).toList();
        seen.await(all);
        near.await(all);
    }

    @Test
    default void manyThreadsFollowAndStop(Bench bench) throws Exception {
        Registry shared = bench.open();
        Instance server = bench.server("a");
        Registry.Registration registration = bench.open().register(server);
        Seen stays = bench.watch(shared);
        stays.await(server);
        inParallel(thread -> {
            for (int i = 0; i < EACH; i++) {
                Seen seen = bench.watch(shared);
                registration.update(server.withWeight(thread * EACH + i));
                seen.await("one server", list -> list.size() == 1);
                seen.watch().close();
            }
            return thread;
        });
        registration.update(server.withWeight(9_999));
        stays.await(server.withWeight(9_999));
        bench.watch(shared).await(server.withWeight(9_999));
    }

    /** What one of the threads does. */
    interface Part<T> {
        T run(int thread) throws Exception;
    }

    private static <T> List<T> inParallel(Part<T> part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> parts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                parts.add(() -> part.run(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(parts)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
