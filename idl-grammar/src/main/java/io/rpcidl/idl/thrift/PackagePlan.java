package io.rpcidl.idl.thrift;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which package each file goes to. A file's own namespace decides: that of {@code rpcidl}, else {@code *}, else {@code
 * java}, else {@code py}. Files without one join the others if those agree, else they share one package that is named
 * after the first of them.
 */
final class PackagePlan {

    private static final List<String> LANGUAGES = List.of("rpcidl", "*", "java", "py");

    private final Map<SourceUnit, String> names = new HashMap<>();
    private final Map<String, String> javaPackages = new TreeMap<>();

    PackagePlan(List<SourceUnit> units) {
        Set<String> named = new TreeSet<>();
        for (SourceUnit unit : units) {
            ownName(unit).ifPresent(name -> {
                names.put(unit, name);
                named.add(name);
            });
        }
        List<SourceUnit> others =
                units.stream().filter(each -> !names.containsKey(each)).toList();
        if (!others.isEmpty()) {
            String shared = named.size() == 1 ? named.iterator().next() : fileName(others);
            others.forEach(each -> names.put(each, shared));
        }
        planJava(units);
    }

    /** Returns the name of a file's package. */
    String name(SourceUnit unit) {
        return names.get(unit);
    }

    /** Returns the Java package that a package's files ask for, where it is another one and can be had. */
    Optional<String> javaPackage(String name) {
        return Optional.ofNullable(javaPackages.get(name));
    }

    /** Returns the languages whose namespaces do not carry over. */
    List<ThriftDocument.Namespace> leftOut(SourceUnit unit) {
        String name = name(unit);
        return unit.document().namespaces().stream()
                .filter(each -> !LANGUAGES.contains(each.language())
                        || !(each.name().text().equals(name) || each.language().equals("rpcidl") || isJava(each, name)))
                .toList();
    }

    private boolean isJava(ThriftDocument.Namespace namespace, String name) {
        return namespace.language().equals("java")
                && namespace.name().text().equals(javaPackages.getOrDefault(name, name));
    }

    private static Optional<String> ownName(SourceUnit unit) {
        return LANGUAGES.stream()
                .flatMap(language -> unit.document().namespace(language).stream())
                .map(word -> shape(word.text()))
                .findFirst();
    }

    private static String fileName(List<SourceUnit> units) {
        return units.stream()
                .filter(SourceUnit::given)
                .findFirst()
                .or(() -> units.stream().findFirst())
                .map(unit -> shape(unit.document().simpleName().replace('.', '_')))
                .orElseThrow();
    }

    private void planJava(List<SourceUnit> units) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (SourceUnit unit : units) {
            unit.document()
                    .namespace("java")
                    .ifPresent(word -> wanted.computeIfAbsent(name(unit), key -> new TreeSet<>())
                            .add(word.text()));
        }
        Set<String> used = new TreeSet<>(names.values());
        wanted.forEach((name, all) -> {
            String first = all.iterator().next();
            if (all.size() == 1 && JavaWords.isPackage(first) && used.add(first)) {
                javaPackages.put(name, first);
            }
        });
    }

    /** Returns the nearest name of a package. */
    static String shape(String written) {
        List<String> parts = Stream.of(written.toLowerCase(Locale.ROOT).split("\\."))
                .filter(part -> !part.isEmpty())
                .map(Names::shape)
                .map(part -> JavaWords.isKeyword(part) ? part + "1" : part)
                .collect(Collectors.toList());
        if (parts.isEmpty()) {
            return "x";
        }
        boolean others = parts.get(0).equals("java") || parts.get(0).equals("rpc");
        parts.set(0, others ? parts.get(0) + "1" : parts.get(0));
        return String.join(".", parts);
    }
}
