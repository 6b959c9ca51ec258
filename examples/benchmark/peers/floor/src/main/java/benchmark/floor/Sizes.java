package benchmark.floor;

import benchmark.load.Operation;
import java.util.EnumMap;
import java.util.Map;

/** How many bytes rpcidl has for each operation's request and reply: {@code -Dfloor.sizes=existUser:103:64,…}. */
final class Sizes {

    private final Map<Operation, int[]> sizes = new EnumMap<>(Operation.class);

    Sizes() {
        for (String each : System.getProperty("floor.sizes").split(",")) {
            String[] parts = each.split(":");
            sizes.put(Operation.of(parts[0]), new int[] {Integer.parseInt(parts[1]), Integer.parseInt(parts[2])});
        }
    }

    int request(Operation operation) {
        return sizes.get(operation)[0];
    }

    int reply(Operation operation) {
        return sizes.get(operation)[1];
    }
}
