package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public String title(Shop.TitleRequest request) {
        return request.id();
    }

    public static String call(Channel channel) {
        return Shop.stub(channel).title("x");
    }
}
