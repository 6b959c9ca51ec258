package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** A constant or a default as it was written. Nested no deeper than brackets may be. */
sealed interface ThriftValue {

    Span span();

    /** A whole number; also {@code true} and {@code false}, which are 1 and 0. */
    record Whole(long value, Span span) implements ThriftValue {}

    /** A number with a fraction or an exponent, as it was written. */
    record Fraction(String text, Span span) implements ThriftValue {}

    /** A string, escapes resolved. */
    record Text(String text, Span span) implements ThriftValue {}

    /** The name of a constant or of a member of an enum. */
    record Name(Word name) implements ThriftValue {

        @Override
        public Span span() {
            return name.span();
        }
    }

    record Items(List<ThriftValue> values, Span span) implements ThriftValue {

        public Items {
            values = List.copyOf(values);
        }
    }

    record Entries(List<Entry> entries, Span span) implements ThriftValue {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    record Entry(ThriftValue key, ThriftValue value) {}
}
