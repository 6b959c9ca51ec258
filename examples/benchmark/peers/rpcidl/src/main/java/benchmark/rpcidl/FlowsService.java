package benchmark.rpcidl;

import benchmark.flows.v1.Counted;
import benchmark.flows.v1.Flows;
import benchmark.flows.v1.FlowsHandler;
import benchmark.flows.v1.Item;
import benchmark.load.Items;
import benchmark.load.Tally;
import io.rpcidl.json.Bytes;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcStream;
import java.util.List;

/** Streams and large messages, as a handler that may wait has them. */
final class FlowsService implements FlowsHandler {

    @Override
    public void download(Flows.DownloadRequest request, ItemWriter<Item> out) {
        List<String> texts = Items.texts(request.size());
        for (int i = 0; i < request.items(); i++) {
            out.write(new Item(i, Items.text(texts, i)));
        }
    }

    @Override
    public Counted upload(Flows.UploadRequest request, RpcStream<Item> items) {
        Tally tally = new Tally();
        items.forEachRemaining(each -> tally.add(each.id(), each.text()));
        return new Counted(tally.count(), tally.sum());
    }

    @Override
    public String echoText(Flows.EchoTextRequest request) {
        return request.text();
    }

    @Override
    public Bytes echoBytes(Flows.EchoBytesRequest request) {
        return request.body();
    }
}
