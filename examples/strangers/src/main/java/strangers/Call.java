package strangers;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.client.RpcClient;
import java.util.List;
import strangers.v1.Example;

/** Calls a stranger's {@code example_service} and prints the result. Usage: {@code call --port P NUMBER…}. */
final class Call {

    private Call() {}

    public static void main(String[] args) {
        Arguments arguments = Arguments.parse("call --port P NUMBER...", args);
        List<Long> numbers = arguments.numbers();
        try (RpcClient client = RpcClient.connect("rpc://127.0.0.1:" + arguments.port())) {
            long sum = Example.stub(client)
                    .total(numbers.stream().mapToLong(Long::longValue).toArray());
            System.out.println(sum);
        } catch (RpcException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
