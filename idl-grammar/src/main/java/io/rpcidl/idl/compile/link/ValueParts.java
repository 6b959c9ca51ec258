package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.model.Value;
import java.util.stream.Stream;

/**
 * How large a value is, with all that it has from constants.
 *
 * @param count how many values it consists of, itself included
 * @param depth how many values stand one within another
 */
record ValueParts(long count, int depth) {

    private static final ValueParts ONE = new ValueParts(1, 1);

    static ValueParts of(Value value) {
        if (value instanceof Value.Elements elements) {
            return around(elements.values().stream());
        }
        if (value instanceof Value.Entries entries) {
            return around(entries.entries().stream().flatMap(each -> Stream.of(each.key(), each.value())));
        }
        if (value instanceof Value.Members members) {
            return around(members.members().values().stream());
        }
        return value instanceof Value.Case one ? around(one.payload().stream()) : ONE;
    }

    private static ValueParts around(Stream<Value> inner) {
        return inner.map(ValueParts::of)
                .reduce(ONE, (a, b) -> new ValueParts(a.count + b.count, Math.max(a.depth, b.depth + 1)));
    }
}
