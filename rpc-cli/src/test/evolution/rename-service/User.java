package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        return request.item();
    }

    public static String call(Channel channel) {
        return Shop.stub(channel).get(Item.builder().id("1").build()).toString();
    }
}
