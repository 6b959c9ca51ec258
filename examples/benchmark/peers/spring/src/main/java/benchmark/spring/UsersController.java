package benchmark.spring;

import benchmark.load.Values;
import java.util.stream.LongStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work of the benchmark. */
@RestController
public class UsersController {

    @GetMapping("/users/exist")
    public boolean existUser(@RequestParam("email") String email) {
        return Values.exists(email);
    }

    @PostMapping("/users")
    public boolean createUser(@RequestBody User user) {
        return user.id() > 0;
    }

    @GetMapping("/users/{id}")
    public User getUser(@PathVariable("id") long id) {
        return User.of(id);
    }

    @GetMapping("/users")
    public Page listUser(@RequestParam("pageNo") int pageNo) {
        long first = (long) pageNo * Values.PAGE_SIZE;
        return new Page(
                pageNo,
                1_000,
                LongStream.range(first, first + Values.PAGE_SIZE)
                        .mapToObj(User::of)
                        .toList());
    }
}
