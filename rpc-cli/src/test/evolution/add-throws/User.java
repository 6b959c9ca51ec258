package user;

import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.RpcException;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        return request.item();
    }

    public static String call(Channel channel) {
        try {
            return Shop.stub(channel).get(Item.builder().id("1").build()).toString();
        } catch (RpcException e) {
            return e.code() + " " + e.getMessage();
        }
    }
}
