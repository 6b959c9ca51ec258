package benchmark.floor;

import benchmark.load.Caller;
import benchmark.load.Operation;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Calls by turns over some connections. */
final class FloorCaller implements Caller {

    private final FloorConnection[] connections;

    FloorCaller(FloorConnection[] connections) {
        this.connections = connections;
    }

    private FloorConnection connection(int number) {
        return connections[number % connections.length];
    }

    @Override
    public Blocking blocking(Operation operation) {
        return number -> {
            Waiting waiting = new Waiting();
            connection(number).call(operation, waiting);
            waiting.await();
            return true;
        };
    }

    @Override
    public Optional<Async> async(Operation operation) {
        return Optional.of((number, outcome) -> connection(number).call(operation, () -> outcome.ended(true)));
    }

    private static final class Waiting implements Runnable {

        private final Thread thread = Thread.currentThread();
        private volatile boolean answered;

        @Override
        public void run() {
            answered = true;
            LockSupport.unpark(thread);
        }

        void await() {
            while (!answered) {
                LockSupport.park(this);
            }
        }
    }
}
