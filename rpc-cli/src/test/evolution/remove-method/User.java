package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        return request.item();
    }

    @Override
    public String name(Shop.NameRequest request) {
        return request.id();
    }

    public static String call(Channel channel) {
        return Shop.stub(channel).name("x");
    }
}
