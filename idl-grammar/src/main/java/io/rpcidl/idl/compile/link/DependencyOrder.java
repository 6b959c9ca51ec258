package io.rpcidl.idl.compile.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Visits things so that what they depend on comes first, each once. Keeps a stack of its own, as the chain may be longer than
 * the thread's stack is deep.
 *
 * @param <T> the things, told apart by identity
 */
public final class DependencyOrder<T> {

    private final Function<T, List<T>> dependencies;
    private final Consumer<T> visitor;
    private final Consumer<List<T>> circles;
    private final Set<T> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<T> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Step<T>> path = new ArrayList<>();

    private record Step<T>(T thing, Iterator<T> rest) {}

    /**
     * Makes an order.
     *
     * @param dependencies what a thing depends on; asked once, before the thing is visited
     * @param visitor takes each thing behind those that it depends on, unless they depend on each other
     * @param circles takes the things of each circle that is found, each depends on the next one and the last on the first
     */
    public DependencyOrder(Function<T, List<T>> dependencies, Consumer<T> visitor, Consumer<List<T>> circles) {
        this.dependencies = dependencies;
        this.visitor = visitor;
        this.circles = circles;
    }

    /** Visits a thing, and before it all that it depends on. */
    public void visit(T start) {
        enter(start);
        while (!path.isEmpty()) {
            Step<T> step = path.get(path.size() - 1);
            if (step.rest.hasNext()) {
                follow(step.rest.next());
            } else {
                path.remove(path.size() - 1);
                onPath.remove(step.thing);
                visitor.accept(step.thing);
            }
        }
    }

    private void enter(T thing) {
        if (entered.add(thing)) {
            onPath.add(thing);
            Set<T> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
            Iterator<T> rest =
                    dependencies.apply(thing).stream().filter(distinct::add).iterator();
            path.add(new Step<>(thing, rest));
        }
    }

    private void follow(T next) {
        if (!onPath.contains(next)) {
            enter(next);
            return;
        }
        int start = path.size() - 1;
        while (path.get(start).thing != next) {
            start--;
        }
        circles.accept(
                path.subList(start, path.size()).stream().map(Step::thing).toList());
    }
}
