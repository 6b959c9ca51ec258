package benchmark.spring;

import benchmark.load.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A user. */
public record User(
        long id,
        String name,
        int sex,
        LocalDate birthday,
        String email,
        String mobile,
        String address,
        String icon,
        List<Integer> permissions,
        int status,
        LocalDateTime createTime,
        LocalDateTime updateTime) {

    static User of(long id) {
        return new User(
                id,
                Values.name(id),
                1,
                LocalDate.of(1968, 12, 8),
                Values.email(id),
                Values.mobile(id),
                Values.address(id),
                Values.icon(id),
                Values.permissions(id),
                1,
                LocalDateTime.of(2026, 1, 2, 3, 4, 5),
                LocalDateTime.of(2026, 11, 22, 3, 4, 5, 123_000_000));
    }
}
