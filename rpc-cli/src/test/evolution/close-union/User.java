package user;

import io.rpcidl.runtime.Channel;
import io.rpcidl.json.JsonValue;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        return request.item();
    }

    public static String call(Channel channel) {
        return Shop.stub(channel).get(Item.builder().kind(new Kind.Unknown_("c", JsonValue.parse("{}"))).build()).toString();
    }
}
