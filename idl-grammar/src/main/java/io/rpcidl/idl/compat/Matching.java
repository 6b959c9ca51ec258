package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Noted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which of the things in one place are the same in both contracts: those of the same name in the contract; of the others
 * those of the same name on the wire; of the others those that read the old one's name by an alias.
 *
 * @param kept pairs, in the order of the old contract
 * @param removed those of the old contract alone
 * @param added those of the new contract alone
 */
record Matching<T extends Noted>(List<Both<T>> kept, List<Named<T>> removed, List<Named<T>> added) {

    Matching {
        kept = List.copyOf(kept);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** The same thing in both contracts. */
    record Both<T extends Noted>(Named<T> before, Named<T> after) {}

    /** Matches things whose names differ among those of one contract. */
    static <T extends Noted> Matching<T> of(List<Named<T>> before, List<Named<T>> after) {
        Map<String, Named<T>> open = new LinkedHashMap<>();
        after.forEach(each -> open.put(each.name(), each));
        Map<String, Named<T>> found = new HashMap<>();
        for (Named<T> each : before) {
            Named<T> other = open.remove(each.name());
            if (other != null) {
                found.put(each.name(), other);
            }
        }
        match(before, open, found, each -> Stream.of(each.wireName()));
        match(before, open, found, each -> each.aliases().stream());
        return new Matching<>(
                before.stream()
                        .filter(each -> found.containsKey(each.name()))
                        .map(each -> new Both<>(each, found.get(each.name())))
                        .toList(),
                before.stream().filter(each -> !found.containsKey(each.name())).toList(),
                new ArrayList<>(open.values()));
    }

    private static <T extends Noted> void match(
            List<Named<T>> before,
            Map<String, Named<T>> open,
            Map<String, Named<T>> found,
            Function<Named<T>, Stream<String>> names) {
        Map<String, Named<T>> byName = new HashMap<>();
        open.values().forEach(each -> names.apply(each).forEach(name -> byName.putIfAbsent(name, each)));
        for (Named<T> each : before) {
            Named<T> other = found.containsKey(each.name()) ? null : byName.get(each.wireName());
            if (other != null && open.remove(other.name()) != null) {
                found.put(each.name(), other);
            }
        }
    }
}
