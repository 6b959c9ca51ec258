package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public String find(Shop.FindRequest request) {
        return request.text();
    }

    public static String call(Channel channel) {
        return Shop.stub(channel).find(1, "x");
    }
}
