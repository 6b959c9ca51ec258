package user;

import io.rpcidl.runtime.Channel;
import java.util.Collections;
import java.util.List;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public List<Item> list(Shop.ListRequest request) {
        return Collections.nCopies(request.count(), new Item("1"));
    }

    public static String call(Channel channel) {
        return Shop.stub(channel).list(2).toString();
    }
}
