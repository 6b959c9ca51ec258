package benchmark.load;

import java.nio.charset.StandardCharsets;

/** What a line asks a peer's {@link Flows} for, as calls. */
final class FlowCalls {

    private FlowCalls() {}

    /** Returns whether a word is one of those that {@link #of} knows, with their figures behind dashes. */
    static boolean knows(String word) {
        return word.matches("(download|upload)-\\d+-\\d+|(text|lines|bytes)-\\d+");
    }

    /**
     * Returns a call that is a whole stream, as {@code download-22-10000} is one of 10,000 items with 22 characters each, or one with so
     * large a body both ways, {@code text-1048576}, {@code lines-1048576} or {@code bytes-1048576}.
     */
    static Caller.Blocking of(Flows flows, String word) {
        String[] words = word.split("-");
        int size = Integer.parseInt(words[1]);
        return switch (words[0]) {
            case "download" -> {
                int items = Integer.parseInt(words[2]);
                yield number -> flows.download(items, size).isWhole(items);
            }
            case "upload" -> {
                int items = Integer.parseInt(words[2]);
                yield number -> flows.upload(items, size).isWhole(items);
            }
            case "text" -> texts(flows, Items.text("even ", size), Items.text("odd ", size));
            case "lines" -> texts(flows, Items.lines("even ", size), Items.lines("odd ", size));
            case "bytes" -> {
                Caller.Blocking even = flows.echoBytes(bytes("even ", size));
                Caller.Blocking odd = flows.echoBytes(bytes("odd ", size));
                yield number -> (number % 2 == 0 ? even : odd).call(number);
            }
            default -> throw new IllegalArgumentException("no '" + word + "'");
        };
    }

    private static Caller.Blocking texts(Flows flows, String even, String odd) {
        return number -> flows.echoText(number % 2 == 0 ? even : odd);
    }

    private static byte[] bytes(String front, int size) {
        return Items.text(front, size).getBytes(StandardCharsets.US_ASCII);
    }
}
