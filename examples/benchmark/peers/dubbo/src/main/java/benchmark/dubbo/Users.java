package benchmark.dubbo;

import java.util.concurrent.CompletableFuture;

/** The service as Dubbo's users write it: an interface in Java; who does not want to wait has methods of his own. */
public interface Users {

    boolean existUser(String email);

    boolean createUser(User user);

    User getUser(long id);

    Page listUser(int pageNo);

    CompletableFuture<Boolean> existUserAsync(String email);

    CompletableFuture<Boolean> createUserAsync(User user);

    CompletableFuture<User> getUserAsync(long id);

    CompletableFuture<Page> listUserAsync(int pageNo);
}
