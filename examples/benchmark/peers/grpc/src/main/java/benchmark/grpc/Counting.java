package benchmark.grpc;

import benchmark.grpc.flows.Item;
import benchmark.load.Tally;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** Counts the items of a stream until it ends. */
final class Counting implements StreamObserver<Item> {

    private final Tally tally = new Tally();
    private final CompletableFuture<Tally> all = new CompletableFuture<>();

    /** Returns what came, when all has come. */
    CompletableFuture<Tally> all() {
        return all;
    }

    @Override
    public void onNext(Item item) {
        tally.add(item.getId(), item.getText());
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        all.complete(tally);
    }
}
