package benchmark.spring;

import java.util.List;

/** A page of users. */
public record Page(int pageNo, int total, List<User> result) {}
