package io.rpcidl.codegen;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds generators by their targets: {@code java} and {@code model}, and those that others put on the class path. */
public final class Generators {

    private static final Pattern TARGET = Pattern.compile("[a-z][a-z0-9-]*");

    private Generators() {}

    /**
     * Makes the generator of a target.
     *
     * @throws IllegalArgumentException if there is none of that name, or more than one, or it does not know an option
     */
    public static Generator open(String target, Map<String, String> options) {
        List<GeneratorProvider> found = providers().stream()
                .filter(each -> each.target().equals(target))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no generator of '" + target + "'; there are: " + targets());
        }
        if (found.size() > 1) {
            String classes =
                    found.stream().map(each -> each.getClass().getName()).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("more than one generator of '" + target + "': " + classes);
        }
        return found.get(0).generator(Map.copyOf(options));
    }

    /** Returns the names of all targets, in order. */
    public static TreeSet<String> targets() {
        return providers().stream().map(GeneratorProvider::target).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails with the name of an option, for generators that have none. */
    public static void requireNone(String target, Map<String, String> options) {
        if (!options.isEmpty()) {
            throw new IllegalArgumentException(
                    "the generator of '" + target + "' has no options, given: " + new TreeSet<>(options.keySet()));
        }
    }

    private static List<GeneratorProvider> providers() {
        List<GeneratorProvider> all =
                ServiceLoader.load(GeneratorProvider.class, GeneratorProvider.class.getClassLoader()).stream()
                        .map(Provider::get)
                        .toList();
        for (GeneratorProvider each : all) {
            if (!TARGET.matcher(each.target()).matches()) {
                throw new IllegalArgumentException("no name of a target: '" + each.target() + "' of "
                        + each.getClass().getName());
            }
        }
        return all;
    }
}
