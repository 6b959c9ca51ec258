package benchmark.dubbo;

import benchmark.load.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The work of the benchmark. */
final class UsersService implements Users {

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
        Page page = new Page();
        page.setPageNo(pageNo);
        page.setTotal(1_000);
        page.setResult(users);
        return page;
    }

    @Override
    public CompletableFuture<Boolean> existUserAsync(String email) {
        return CompletableFuture.completedFuture(existUser(email));
    }

    @Override
    public CompletableFuture<Boolean> createUserAsync(User user) {
        return CompletableFuture.completedFuture(createUser(user));
    }

    @Override
    public CompletableFuture<User> getUserAsync(long id) {
        return CompletableFuture.completedFuture(getUser(id));
    }

    @Override
    public CompletableFuture<Page> listUserAsync(int pageNo) {
        return CompletableFuture.completedFuture(listUser(pageNo));
    }

    static User user(long id) {
        User user = new User();
        user.setId(id);
        user.setName(Values.name(id));
        user.setSex(1);
        user.setBirthday(LocalDate.of(1968, 12, 8));
        user.setEmail(Values.email(id));
        user.setMobile(Values.mobile(id));
        user.setAddress(Values.address(id));
        user.setIcon(Values.icon(id));
        user.setPermissions(new ArrayList<>(Values.permissions(id)));
        user.setStatus(1);
        user.setCreateTime(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        user.setUpdateTime(LocalDateTime.of(2026, 11, 22, 3, 4, 5, 123_000_000));
        return user;
    }
}
