package benchmark.thrift;

import benchmark.load.Values;
import benchmark.thrift.users.Page;
import benchmark.thrift.users.User;
import benchmark.thrift.users.Users;
import java.util.ArrayList;
import java.util.List;

/** The work of the benchmark. */
final class UsersService implements Users.Iface {

    @Override
    public boolean existUser(String email) {
        return Values.exists(email);
    }

    @Override
    public boolean createUser(User user) {
        return user.getId() > 0;
    }

    @Override
    public User getUser(long id) {
        return user(id);
    }

    @Override
    public Page listUser(int pageNo) {
        long first = (long) pageNo * Values.PAGE_SIZE;
        List<User> users = new ArrayList<>(Values.PAGE_SIZE);
        for (int i = 0; i < Values.PAGE_SIZE; i++) {
            users.add(user(first + i));
        }
        return new Page(pageNo, 1_000, users);
    }

    static User user(long id) {
        return new User(
                id,
                Values.name(id),
                1,
                Values.BIRTHDAY_MILLIS,
                Values.email(id),
                Values.mobile(id),
                Values.address(id),
                Values.icon(id),
                Values.permissions(id),
                1,
                Values.CREATED_MILLIS,
                Values.UPDATED_MILLIS);
    }
}
