package strangers;

import java.util.Arrays;
import java.util.List;

/** The command line of all programs: {@code --port P}, then what else a program takes. */
record Arguments(int port, List<String> others) {

    static Arguments parse(String usage, String[] args) {
        try {
            if (args.length >= 2 && args[0].equals("--port")) {
                return new Arguments(
                        Integer.parseInt(args[1]), Arrays.stream(args).skip(2).toList());
            }
        } catch (NumberFormatException e) {
            System.err.println("not a number: " + e.getMessage());
        }
        throw refuse(usage);
    }

    /** Ends the program, which was called in a way that it does not understand. */
    static IllegalStateException refuse(String usage) {
        System.err.println("usage: " + usage);
        System.exit(2);
        return new IllegalStateException("unreachable");
    }
}
