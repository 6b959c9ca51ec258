package user;

import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.ItemWriter;
import io.rpcidl.runtime.RpcStream;
import java.util.ArrayList;
import java.util.List;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public void list(Shop.ListRequest request, ItemWriter<Item> out) {
        for (int i = 0; i < request.count(); i++) {
            out.write(new Item("1"));
        }
    }

    public static String call(Channel channel) {
        List<Item> read = new ArrayList<>();
        try (RpcStream<Item> items = Shop.stub(channel).list(2)) {
            items.forEachRemaining(read::add);
        }
        return read.toString();
    }
}
