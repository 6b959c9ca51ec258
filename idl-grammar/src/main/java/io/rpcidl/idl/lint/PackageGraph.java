package io.rpcidl.idl.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which packages need which others, and which of them need each other in a circle. */
final class PackageGraph {

    private final Map<String, Map<String, Reference>> needs = new LinkedHashMap<>();
    private final Map<String, String> circles = new HashMap<>();

    PackageGraph(Contract contract) {
        contract.schema().packages().forEach(each -> needs.put(each.name(), new LinkedHashMap<>()));
        contract.references()
                .filter(each -> !each.from().packageName().equals(each.to().packageName()))
                .forEach(each -> needs.get(each.from().packageName())
                        .putIfAbsent(each.to().packageName(), each));
        findCircles();
    }

    /** Returns, for each package and each other one that it needs, the first place where it does. */
    Stream<Reference> edges() {
        return needs.values().stream().flatMap(each -> each.values().stream());
    }

    /** Returns whether the two packages of a reference need each other. */
    boolean isCircular(Reference reference) {
        return circles.get(reference.from().packageName())
                .equals(circles.get(reference.to().packageName()));
    }

    /** Kosaraju's way: searching against the arrows, last finished first, finds one circle after the other. */
    private void findCircles() {
        Map<String, Set<String>> along = new LinkedHashMap<>();
        Map<String, Set<String>> against = new LinkedHashMap<>();
        needs.keySet().forEach(name -> against.put(name, new LinkedHashSet<>()));
        needs.forEach((name, others) -> {
            along.put(name, others.keySet());
            others.keySet().forEach(other -> against.get(other).add(name));
        });
        Deque<String> finished = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        needs.keySet().forEach(start -> search(start, along, seen).forEach(finished::push));
        Set<String> found = new HashSet<>();
        finished.forEach(start -> search(start, against, found).forEach(each -> circles.put(each, start)));
    }

    /** Returns what a depth-first search newly reaches, in the order in which it is through with it. */
    private static List<String> search(String start, Map<String, Set<String>> edges, Set<String> seen) {
        List<String> finished = new ArrayList<>();
        Deque<String> names = new ArrayDeque<>();
        Deque<Iterator<String>> open = new ArrayDeque<>();
        if (seen.add(start)) {
            names.push(start);
            open.push(edges.get(start).iterator());
        }
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                finished.add(names.pop());
                continue;
            }
            String next = open.peek().next();
            if (seen.add(next)) {
                names.push(next);
                open.push(edges.get(next).iterator());
            }
        }
        return finished;
    }
}
