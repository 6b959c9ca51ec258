package user;

import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.RpcException;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        throw MissingException.builder("none").id(request.item().id()).build();
    }

    public static String call(Channel channel) {
        try {
            return Shop.stub(channel).get(Item.builder().id("1").build()).toString();
        } catch (RpcException e) {
            Shop.GetError error = Shop.GetError.of(e);
            return error instanceof Shop.GetError.Missing missing
                    ? "missing " + missing.error().id()
                    : "other " + e.code();
        }
    }
}
