package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A watch: what it was told last, so that it hears only of changes. Told on the directory's thread. */
final class Followed implements Registry.Watch {

    private final Predicate<Instance> wanted;
    private final Registry.Listener listener;
    private final Consumer<Followed> onClose;
    private @Nullable List<Instance> told;
    private volatile boolean closed;

    Followed(Predicate<Instance> wanted, Registry.Listener listener, Consumer<Followed> onClose) {
        this.wanted = wanted;
        this.listener = listener;
        this.onClose = onClose;
    }

    void tell(List<Instance> all) {
        List<Instance> servers = all.stream().filter(wanted).toList();
        if (!closed && !servers.equals(told)) {
            told = servers;
            listener.instances(servers);
        }
    }

    /** What is known stays valid: only who knows nothing hears of it. */
    void tellUnreachable(String reason) {
        if (!closed && told == null) {
            listener.unreachable(reason);
        }
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }
}
