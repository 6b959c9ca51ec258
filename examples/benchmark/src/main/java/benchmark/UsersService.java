package benchmark;

import benchmark.users.v1.Page;
import benchmark.users.v1.User;
import benchmark.users.v1.Users;
import benchmark.users.v1.UsersHandler;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The work of the benchmark: cheap to do, so that the calls are what is measured. */
public final class UsersService implements UsersHandler {

    private static final int PAGE_SIZE = 15;

    @Override
    public boolean existUser(Users.ExistUserRequest request) {
        return !request.email().isEmpty() && Character.isLetter(request.email().charAt(0));
    }

    @Override
    public boolean createUser(Users.CreateUserRequest request) {
        return request.user().id() > 0;
    }

    @Override
    public User getUser(Users.GetUserRequest request) {
        return user(request.id());
    }

    @Override
    public Page listUser(Users.ListUserRequest request) {
        long first = (long) request.pageNo() * PAGE_SIZE;
        List<User> users = LongStream.range(first, first + PAGE_SIZE)
                .mapToObj(UsersService::user)
                .toList();
        return Page.builder()
                .pageNo(request.pageNo())
                .total(1_000)
                .result(users)
                .build();
    }

    /** Returns the user of an id, the same each time. */
    public static User user(long id) {
        return User.builder()
                .id(id)
                .name("Doctor" + id)
                .sex(1)
                .birthday(LocalDate.of(1968, 12, 8))
                .email("doctor" + id + "@example.org")
                .mobile("18600" + id)
                .address("北京市中关村大街" + id + "号")
                .icon("https://example.org/icons/" + id + ".png")
                .permissions(
                        IntStream.range(0, 15).map(i -> (int) id + i).boxed().toList())
                .status(1)
                .createTime(LocalDateTime.of(2026, 1, 2, 3, 4, 5))
                .updateTime(LocalDateTime.of(2026, 11, 22, 3, 4, 5, 123_000_000))
                .build();
    }
}
