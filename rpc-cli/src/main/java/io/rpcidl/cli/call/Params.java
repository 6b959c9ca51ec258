package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The parameters of a call, from the command line, a file or standard input. */
public final class Params {

    private Params() {}

    /**
     * Returns parameters as JSON, checked against the contract as far as that is known.
     *
     * @param words one JSON value, {@code @FILE} or {@code -}; or any number of {@code name=value} and {@code name:=JSON}
     * @throws Misuse for what is none of these, or does not fit the contract
     */
    public static byte[] read(Callee callee, List<String> words, InputStream in) throws IOException {
        Parameters parameters = new Parameters(callee);
        if (words.isEmpty()) {
            return parameters.byName(List.of());
        }
        String first = words.get(0).strip();
        boolean whole = first.equals("-") || first.startsWith("@") || first.startsWith("{") || first.startsWith("[");
        if (!whole) {
            return parameters.byName(words.stream().map(Params::pair).toList());
        }
        if (words.size() > 1) {
            throw new Misuse(
                    "parameters are one JSON value or any number of name=value, not both; is a quote missing?");
        }
        try {
            return parameters.fitting(RawJson.parse(Texts.bytes(first, in)));
        } catch (JsonException e) {
            throw new Misuse("the parameters are not JSON: " + e.getMessage());
        }
    }

    private static Pair pair(String word) {
        int equals = word.indexOf('=');
        if (equals < 1) {
            throw new Misuse(
                    "'" + word + "' is no parameter: expected name=value, name:=JSON, one JSON value, @FILE or -");
        }
        boolean json = word.charAt(equals - 1) == ':';
        return new Pair(word.substring(0, json ? equals - 1 : equals), word.substring(equals + 1), json);
    }

    /**
     * A parameter by name.
     *
     * @param json whether the text is JSON whatever its type
     */
    record Pair(String name, String text, boolean json) {}
}
