package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements StoreHandler {
    @Override
    public Item get(Store.GetRequest request) {
        return request.item();
    }

    public static String call(Channel channel) {
        return Store.stub(channel).get(Item.builder().id("1").build()).toString();
    }
}
