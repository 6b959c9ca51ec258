package benchmark.grpc;

import benchmark.grpc.flows.Item;
import benchmark.load.Items;
import io.grpc.stub.CallStreamObserver;
import java.util.List;

/** Sends items whenever there is room for some, as gRPC's example of manual flow control does. */
final class Sending implements Runnable {

    private final CallStreamObserver<Item> out;
    private final int items;
    private final List<String> texts;
    private int sent;
    private boolean ended;

    Sending(CallStreamObserver<Item> out, int items, int size) {
        this.out = out;
        this.items = items;
        this.texts = Items.texts(size);
    }

    @Override
    public void run() {
        while (sent < items && out.isReady()) {
            out.onNext(Item.newBuilder()
                    .setId(sent)
                    .setText(Items.text(texts, sent))
                    .build());
            sent++;
        }
        if (sent == items && !ended) {
            ended = true;
            out.onCompleted();
        }
    }
}
