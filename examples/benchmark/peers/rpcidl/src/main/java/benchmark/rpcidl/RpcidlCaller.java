package benchmark.rpcidl;

import benchmark.UsersService;
import benchmark.load.Caller;
import benchmark.load.Flows;
import benchmark.load.Operation;
import benchmark.load.Values;
import benchmark.users.v1.Page;
import benchmark.users.v1.User;
import benchmark.users.v1.Users;
import benchmark.users.v1.UsersAsync;
import io.rpcidl.runtime.client.RpcClient;
import java.util.Optional;

/** Calls with the generated stubs. */
final class RpcidlCaller implements Caller {

    private final Users users;
    private final UsersAsync async;
    private final Flows flows;

    RpcidlCaller(RpcClient client) {
        users = Users.stub(client);
        async = UsersAsync.stub(client);
        flows = new RpcidlFlows(client);
    }

    @Override
    public boolean existUser(String email) {
        return users.existUser(email);
    }

    @Override
    public Blocking blocking(Operation operation) {
        return switch (operation) {
            case EXIST_USER -> number -> users.existUser(Values.email(number));
            case CREATE_USER -> number -> users.createUser(UsersService.user(number));
            case GET_USER -> number -> isRight(users.getUser(number), number);
            case LIST_USER -> number -> isRight(users.listUser(number), number);
        };
    }

    @Override
    public Optional<Async> async(Operation operation) {
        return Optional.of(
                switch (operation) {
                    case EXIST_USER ->
                        (number, outcome) -> outcome.endsWith(async.existUser(Values.email(number)), exists -> exists);
                    case CREATE_USER ->
                        (number, outcome) ->
                                outcome.endsWith(async.createUser(UsersService.user(number)), created -> created);
                    case GET_USER ->
                        (number, outcome) -> outcome.endsWith(async.getUser(number), user -> isRight(user, number));
                    case LIST_USER ->
                        (number, outcome) -> outcome.endsWith(async.listUser(number), page -> isRight(page, number));
                });
    }

    @Override
    public Optional<Flows> flows() {
        return Optional.of(flows);
    }

    private static boolean isRight(User user, int number) {
        return user.id() == number && user.permissions().size() == 15;
    }

    private static boolean isRight(Page page, int number) {
        return page.result().size() == Values.PAGE_SIZE
                && page.result().get(0).id() == (long) number * Values.PAGE_SIZE;
    }
}
