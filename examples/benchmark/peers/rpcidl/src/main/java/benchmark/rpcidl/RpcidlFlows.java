package benchmark.rpcidl;

import benchmark.flows.v1.Counted;
import benchmark.flows.v1.Flows;
import benchmark.flows.v1.Item;
import benchmark.load.Caller;
import benchmark.load.Items;
import benchmark.load.Tally;
import io.rpcidl.json.Bytes;
import io.rpcidl.runtime.ItemSink;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.client.RpcClient;
import java.util.List;

/** Streams and large messages with the generated stub that waits. */
final class RpcidlFlows implements benchmark.load.Flows {

    private final Flows flows;

    RpcidlFlows(RpcClient client) {
        flows = Flows.stub(client);
    }

    @Override
    public Tally download(int items, int size) {
        Tally tally = new Tally();
        try (RpcStream<Item> stream = flows.download(items, size)) {
            stream.forEachRemaining(each -> tally.add(each.id(), each.text()));
        }
        return tally;
    }

    @Override
    public Tally upload(int items, int size) {
        List<String> texts = Items.texts(size);
        try (ItemSink<Item, Counted> sink = flows.upload()) {
            for (int i = 0; i < items; i++) {
                sink.send(new Item(i, Items.text(texts, i)));
            }
            Counted counted = sink.finish();
            return new Tally(counted.count(), counted.sum());
        }
    }

    @Override
    public boolean echoText(String text) {
        return flows.echoText(text).equals(text);
    }

    @Override
    public Caller.Blocking echoBytes(byte[] bytes) {
        Bytes body = Bytes.of(bytes);
        return number -> flows.echoBytes(body).equals(body);
    }
}
