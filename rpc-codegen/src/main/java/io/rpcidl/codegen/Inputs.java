package io.rpcidl.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that files are generated from, as names and hashes: contracts, those that are imported, options, the generator. If none of it
 * has changed, the files would be the same. Not for several threads.
 *
 * <p>As text it is a line for each, the hash first, in order of the names.
 */
public final class Inputs {

    private final SortedMap<String, String> hashes = new TreeMap<>();

    /** Makes one without any input. */
    public Inputs() {}

    /**
     * Adds an input.
     *
     * @param name what it is called to people, such as {@code contract shop.rpcidl}; what would break its line is replaced
     * @param content what the hash is made of
     */
    public Inputs with(String name, String content) {
        hashes.put(name.replaceAll("\\p{Cntrl}", "?"), Marks.ofText(content));
        return this;
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Returns the names that begin so, without that beginning, in order. */
    public List<String> names(String prefix) {
        return hashes.keySet().stream()
                .filter(each -> each.startsWith(prefix))
                .map(each -> each.substring(prefix.length()))
                .toList();
    }

    /** Returns the names that begin so, without that beginning, of what was there before and is gone or different now. */
    public List<String> outdated(Inputs before, String prefix) {
        return before.names(prefix).stream()
                .filter(each -> !before.hashes.get(prefix + each).equals(hashes.get(prefix + each)))
                .toList();
    }

    /** Returns what is different from before, each as a sentence for people; nothing if nothing is. */
    List<String> differences(Inputs before) {
        List<String> found = new ArrayList<>();
        hashes.forEach((name, hash) -> {
            String old = before.hashes.get(name);
            if (old == null) {
                found.add(name + " is new");
            } else if (!old.equals(hash)) {
                found.add(name + " has changed");
            }
        });
        before.hashes.keySet().stream()
                .filter(each -> !hashes.containsKey(each))
                .forEach(each -> found.add(each + " is gone"));
        return found;
    }

    String toText() {
        return Marks.print(hashes);
    }

    /** Reads what {@link #toText} has written; lines that are none are passed over, so that something is new, or has changed. */
    static Inputs parse(String text) {
        Inputs inputs = new Inputs();
        inputs.hashes.putAll(Marks.parse(text));
        return inputs;
    }
}
