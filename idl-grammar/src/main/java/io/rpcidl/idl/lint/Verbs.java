package io.rpcidl.idl.lint;

import java.util.Set;

/** What the name of a method says that it does. */
final class Verbs {

    private static final Set<String> READING = Set.of(
            "get",
            "list",
            "find",
            "count",
            "search",
            "lookup",
            "query",
            "fetch",
            "describe",
            "exists",
            "has",
            "is",
            "show");
    private static final Set<String> WRITING = Set.of(
            "create",
            "update",
            "delete",
            "remove",
            "add",
            "insert",
            "set",
            "put",
            "write",
            "drop",
            "send",
            "charge",
            "buy",
            "pay",
            "cancel",
            "rename",
            "save",
            "store",
            "append",
            "reset",
            "increment",
            "transfer",
            "publish",
            "enqueue",
            "upsert",
            "replace",
            "register",
            "unregister");
    private static final Set<String> CREATING = Set.of(
            "create",
            "add",
            "insert",
            "append",
            "send",
            "charge",
            "buy",
            "pay",
            "transfer",
            "increment",
            "enqueue",
            "publish",
            "post",
            "order",
            "book");

    /** Words that make a reading name a writing one, as in getOrCreate, getNextTicket and getToken. */
    private static final Set<String> SECOND = Set.of("or", "and", "next", "lock", "token");

    private static final Set<String> ASKING =
            Set.of("is", "are", "has", "have", "exists", "contains", "can", "may", "should", "check");

    private Verbs() {}

    static boolean read(Words words) {
        return READING.contains(words.first())
                && words.list().stream().skip(1).noneMatch(each -> SECOND.contains(each) || WRITING.contains(each));
    }

    static boolean write(Words words) {
        return WRITING.contains(words.first());
    }

    static boolean create(Words words) {
        return CREATING.contains(words.first());
    }

    /** Returns whether it answers a question, for which yes or no is enough. */
    static boolean ask(Words words) {
        return words.list().stream().anyMatch(ASKING::contains);
    }

    static boolean list(Words words) {
        return Set.of("list", "search", "find", "query").contains(words.first());
    }
}
