package benchmark.load;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The four operations of the public Java rpc-benchmark. */
public enum Operation {
    EXIST_USER("existUser"),
    CREATE_USER("createUser"),
    GET_USER("getUser"),
    LIST_USER("listUser");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** Returns the name that all contracts give it. */
    public String word() {
        return word;
    }

    /** Returns the one of a name. */
    public static Operation of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation '" + word + "': there are "
                        + Arrays.stream(values()).map(Operation::word).collect(Collectors.joining(", "))));
    }
}
