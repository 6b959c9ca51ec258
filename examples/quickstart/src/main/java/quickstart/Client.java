package quickstart;

import io.rpcidl.json.JsonValue;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.stub.DynamicStub;
import shop.v1.ProductNotFoundException;
import shop.v1.Shop;

final class Client {
    public static void main(String[] args) {
        try (RpcClient client = RpcClient.connect(args[0])) {
            Shop shop = Shop.stub(client);
            System.out.println("get:     " + shop.get("A-1"));
            System.out.println("list:    " + shop.list());
            try {
                shop.get("Z-9");
            } catch (ProductNotFoundException e) {
                System.out.println("error:   " + e.getMessage() + ", sku " + e.sku());
            }
            JsonValue params = JsonValue.parse("{\"sku\":\"A-2\"}");
            System.out.println("no stub: " + DynamicStub.of(client).call("shop.v1.Shop", "get", params));
        }
    }
}
