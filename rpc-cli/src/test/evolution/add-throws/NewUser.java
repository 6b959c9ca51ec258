package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        throw MissingException.builder("none").id(request.item().id()).build();
    }

    public static String call(Channel channel) {
        try {
            return Shop.stub(channel).get(Item.builder().id("1").build()).toString();
        } catch (MissingException e) {
            return e.code() + " " + e.id();
        }
    }
}
