package benchmark.registry;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The watchers, each with a client of its own, as if it were a program. The first one notes how long after a server had begun to
 * say something that was heard; all know the same machine's clock.
 */
final class WatchersRun implements Registry.Listener {

    private final Map<String, String> seen = new HashMap<>(); // guarded by this, as all else
    private final List<Long> delays = new ArrayList<>();
    private int servers;
    private long newest;

    private WatchersRun() {}

    /** Runs; the arguments are the registry's target, how many watch, and whether a watch is of one service or of all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        WatchersRun first = new WatchersRun();
        int count = Integer.parseInt(args[1]);
        boolean all = args.length > 2;
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            Registry registry = Registries.open(args[0]); // which ends with this program
            Registry.Listener listener = i == 0 ? first : new Idle();
            Registry.Watch watch = all ? registry.watchAll(listener) : registry.watch(ServersRun.SERVICE, listener);
            watch.refresh();
        }
        int expected = all ? Integer.parseInt(args[2]) : ServersRun.SERVERS;
        first.awaitServers(expected);
        Lines.say((System.nanoTime() - begin) / 1_000_000);
        for (String word = Lines.next(); word != null; word = Lines.next()) {
            if (word.equals("cpu")) {
                Lines.say(Lines.cpu());
            } else if (word.equals("forget")) {
                Lines.say(first.forget());
            } else {
                Lines.say(first.awaitChange(Long.parseLong(word)));
            }
        }
        System.exit(0);
    }

    @Override
    public synchronized void instances(List<Instance> instances) {
        long now = System.nanoTime();
        servers = instances.size();
        for (Instance each : instances) {
            String changed = each.metadata().get(ServersRun.CHANGED);
            if (changed != null && !changed.equals(seen.put(each.id(), changed))) {
                long at = Long.parseLong(changed);
                delays.add(now - at);
                newest = Math.max(newest, at);
            }
        }
        notifyAll();
    }

    @Override
    public void unreachable(String reason) {
        System.err.println(reason);
    }

    private synchronized void awaitServers(int count) throws InterruptedException {
        while (servers < count) {
            wait();
        }
    }

    private synchronized int forget() {
        int count = delays.size();
        delays.clear();
        return count;
    }

    /** Waits until a change was heard; returns in ms after which time half of all were, 99 of 100, and the last. */
    private synchronized String awaitChange(long at) throws InterruptedException {
        while (newest < at) {
            wait();
        }
        double[] sorted =
                delays.stream().mapToDouble(each -> each / 1e6).sorted().toArray();
        double[] figures = {
            sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1], sorted.length
        };
        return Arrays.toString(figures).replaceAll("[\\[\\],]", "");
    }

    /** Who watches and does nothing. */
    private static final class Idle implements Registry.Listener {

        @Override
        public void instances(List<Instance> instances) {}

        @Override
        public void unreachable(String reason) {}
    }
}
