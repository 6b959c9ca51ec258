package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public void seen(Shop.SeenRequest request) {}

    public static String call(Channel channel) {
        Shop.stub(channel).seen("x");
        return "done";
    }
}
