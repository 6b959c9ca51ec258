package user;

import io.rpcidl.runtime.Channel;
import shop.*;

public final class User implements ShopHandler {
    @Override
    public Item get(Shop.GetRequest request) {
        return request.item();
    }

    public static String call(Channel channel) {
        Item item = Shop.stub(channel).get(Item.builder().kind(Kind.C).build());
        return switch (item.kind()) {
            case A -> "a";
            case B -> "b";
            case C -> "c";
        };
    }
}
