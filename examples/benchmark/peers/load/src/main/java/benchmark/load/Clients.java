package benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many clients of one server, each with connections of its own, that are called by turns. */
final class Clients implements Caller {

    private final List<Caller> callers = new ArrayList<>();

    Clients(Peer peer, int port, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            callers.add(peer.connect(port));
        }
    }

    @Override
    public Blocking blocking(Operation operation) {
        List<Blocking> each =
                callers.stream().map(caller -> caller.blocking(operation)).toList();
        return number -> each.get(number % each.size()).call(number);
    }

    @Override
    public Optional<Async> async(Operation operation) {
        List<Async> each = callers.stream()
                .flatMap(caller -> caller.async(operation).stream())
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        (number, outcome) -> each.get(number % each.size()).call(number, outcome));
    }
}
