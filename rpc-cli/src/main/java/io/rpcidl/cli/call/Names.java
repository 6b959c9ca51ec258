package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.diagnostic.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what was meant by a name: the whole one, or its last part where only one has that. */
public final class Names {

    private static final int SHOWN = 20;

    private Names() {}

    /** Returns the one of some names that was meant, if there is one. */
    public static Optional<String> find(Collection<String> names, String written) {
        if (names.contains(written)) {
            return Optional.of(written);
        }
        List<String> found = ending(names, written);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /**
     * Returns the one of some names that was meant.
     *
     * @param what what they are names of, such as {@code service}
     * @param where where there is none if there is none, such as {@code here}
     * @throws Misuse if there is none, or if it may be several
     */
    public static String choose(String what, String where, Collection<String> names, String written) {
        return find(names, written).orElseThrow(() -> {
            List<String> found = ending(names, written);
            String quoted = "'" + Printable.escaped(written) + "'";
            return found.isEmpty()
                    ? new Misuse("there is no " + what + " " + quoted + " " + where + help(names, written))
                    : new Misuse(quoted + " may be any of: " + list(found));
        });
    }

    private static List<String> ending(Collection<String> names, String written) {
        return names.stream().filter(each -> each.endsWith("." + written)).toList();
    }

    private static String help(Collection<String> names, String written) {
        Optional<String> near = Suggestion.among(names, written)
                .or(() -> Suggestion.nearest(names.stream().map(Names::last), written)
                        .flatMap(last -> names.stream()
                                .filter(each -> last(each).equals(last))
                                .findFirst())
                        .map(each -> "did you mean '" + each + "'?"));
        return near.map(each -> ": " + Printable.escaped(each))
                .orElse(names.isEmpty() ? "" : "; there are: " + list(names));
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String list(Collection<String> names) {
        String shown = names.stream().limit(SHOWN).map(Printable::escaped).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }
}
