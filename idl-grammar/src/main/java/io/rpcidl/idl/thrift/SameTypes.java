package io.rpcidl.idl.thrift;

import java.util.Map;

/** Whether two types are one in a contract. Gives up, and says no, on types that typedefs make very large. */
final class SameTypes {

    private static final int STEPS = 1_000;
    private static final int DEPTH = 100;

    private static final Map<String, String> ALIKE =
            Map.of("byte", "i32", "i8", "i32", "i16", "i32", "slist", "string");

    private static final Map<String, String> WITHIN = Map.of("byte", "i8", "slist", "string");

    private final Typedefs typedefs;
    private int steps;

    SameTypes(Typedefs typedefs) {
        this.typedefs = typedefs;
    }

    boolean test(Typedefs.Linked left, Typedefs.Linked right) {
        return test(left, right, 0);
    }

    private boolean test(Typedefs.Linked left, Typedefs.Linked right, int depth) {
        if (++steps > STEPS || depth > DEPTH) {
            return false;
        }
        if (left.type() == right.type() && left.unit() == right.unit()) {
            return true;
        }
        if (left.type() instanceof ThriftType.Base one && right.type() instanceof ThriftType.Base other) {
            return word(one, depth).equals(word(other, depth));
        }
        if (left.type() instanceof ThriftType.ListOf one && right.type() instanceof ThriftType.ListOf other) {
            return test(link(left, one.element()), link(right, other.element()), depth + 1);
        }
        if (left.type() instanceof ThriftType.SetOf one && right.type() instanceof ThriftType.SetOf other) {
            return test(link(left, one.element()), link(right, other.element()), depth + 1);
        }
        if (left.type() instanceof ThriftType.MapOf one && right.type() instanceof ThriftType.MapOf other) {
            return test(link(left, one.key()), link(right, other.key()), depth + 1)
                    && test(link(left, one.value()), link(right, other.value()), depth + 1);
        }
        return left.symbol().isPresent() && left.symbol().equals(right.symbol());
    }

    private Typedefs.Linked link(Typedefs.Linked whole, ThriftType part) {
        return typedefs.link(whole.unit(), part);
    }

    /** Within a list the range of a number is part of the type; of a number alone it is checked. */
    private static String word(ThriftType.Base base, int depth) {
        return (depth == 0 ? ALIKE : WITHIN).getOrDefault(base.keyword(), base.keyword());
    }
}
