package strangers;

import java.util.Arrays;
import java.util.List;

/** The command line of both programs: {@code --port P}, then numbers. */
record Arguments(int port, List<Long> numbers) {

    static Arguments parse(String usage, String[] args) {
        try {
            if (args.length >= 2 && args[0].equals("--port")) {
                List<Long> numbers =
                        Arrays.stream(args).skip(2).map(Long::valueOf).toList();
                return new Arguments(Integer.parseInt(args[1]), numbers);
            }
        } catch (NumberFormatException e) {
            System.err.println("not a number: " + e.getMessage());
        }
        System.err.println("usage: " + usage);
        System.exit(2);
        throw new IllegalStateException("unreachable");
    }
}
