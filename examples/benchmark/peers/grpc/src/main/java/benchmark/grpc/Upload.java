package benchmark.grpc;

import benchmark.grpc.flows.Counted;
import benchmark.grpc.flows.Item;
import benchmark.load.Tally;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;

/** A client's stream, which is sent as there is room for it, and its answer. */
final class Upload implements ClientResponseObserver<Item, Counted> {

    private final int items;
    private final int size;
    private final CompletableFuture<Tally> answer = new CompletableFuture<>();

    Upload(int items, int size) {
        this.items = items;
        this.size = size;
    }

    CompletableFuture<Tally> answer() {
        return answer;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Item> out) {
        out.setOnReadyHandler(new Sending(out, items, size));
    }

    @Override
    public void onNext(Counted counted) {
        answer.complete(new Tally(counted.getCount(), counted.getSum()));
    }

    @Override
    public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        // the answer came before
    }
}
