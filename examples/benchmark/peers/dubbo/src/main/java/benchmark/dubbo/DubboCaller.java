package benchmark.dubbo;

import benchmark.load.Caller;
import benchmark.load.Operation;
import benchmark.load.Values;
import java.util.Optional;

/** Calls through Dubbo's proxy of the interface. */
final class DubboCaller implements Caller {

    private final Users users;

    DubboCaller(Users users) {
        this.users = users;
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
                        (number, outcome) ->
                                outcome.endsWith(users.existUserAsync(Values.email(number)), exists -> exists);
                    case CREATE_USER ->
                        (number, outcome) ->
                                outcome.endsWith(users.createUserAsync(UsersService.user(number)), created -> created);
                    case GET_USER ->
                        (number, outcome) ->
                                outcome.endsWith(users.getUserAsync(number), user -> isRight(user, number));
                    case LIST_USER ->
                        (number, outcome) ->
                                outcome.endsWith(users.listUserAsync(number), page -> isRight(page, number));
                });
    }

    private static boolean isRight(User user, int number) {
        return user.getId() == number && user.getPermissions().size() == 15;
    }

    private static boolean isRight(Page page, int number) {
        return page.getResult().size() == Values.PAGE_SIZE
                && page.getResult().get(0).getId() == (long) number * Values.PAGE_SIZE;
    }
}
