package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        return request.item();
    }

    public static String call(Channel channel) {
        Item item = Shop.stub(channel).get(Item.builder().kind(Kind.A).build());
        return item.kind().name().equals("A") ? "a" : "b";
    }
}
