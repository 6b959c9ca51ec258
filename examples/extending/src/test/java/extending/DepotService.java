package extending;

import depot.v1.Depot;
import depot.v1.DepotHandler;
import depot.v1.Item;
import io.rpcidl.runtime.ItemWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A depot whose {@code take} answers when the test lets it. */
final class DepotService implements DepotHandler {

    final LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();
    final CountDownLatch release = new CountDownLatch(1);

    @Override
    public Item get(Depot.GetRequest request) {
        begun.add(request.id());
        return Item.builder().id(request.id()).build();
    }

    @Override
    public int take(Depot.TakeRequest request) {
        begun.add(request.id());
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    @Override
    public void watch(Depot.WatchRequest request, ItemWriter<Item> out) {
        out.write(Item.builder().id(request.id()).build());
    }
}
