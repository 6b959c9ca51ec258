package strangers;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.client.RpcClient;
import strangers.v1.Example;

/** Calls a stranger's {@code example_service} and prints the result. Usage: {@code call --port P NUMBER…}. */
final class Call {

    private static final String USAGE = "call --port P NUMBER...";

    private Call() {}

    public static void main(String[] args) {
        Arguments arguments = Arguments.parse(USAGE, args);
        try (RpcClient client = RpcClient.connect("rpc://127.0.0.1:" + arguments.port())) {
            long[] numbers =
                    arguments.others().stream().mapToLong(Long::parseLong).toArray();
            System.out.println(Example.stub(client).total(numbers));
        } catch (NumberFormatException e) {
            System.err.println("not a number: " + e.getMessage());
            throw Arguments.refuse(USAGE);
        } catch (RpcException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
