package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.Value;
import io.rpcidl.idl.pattern.IRegexp;
import io.rpcidl.idl.pattern.StepBudget;
import io.rpcidl.idl.source.Span;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks one value against one constraint. For one run, as all patterns of a run share one budget. */
final class ConstraintCheck {

    /** How many steps all values of one run may take to match their patterns. */
    static final long STEPS = 50_000_000;

    /** A value may have many parts with the same few patterns, and a contract more patterns than the memory holds. */
    private static final int KEPT = 16;

    private final DiagnosticSink sink;
    private final StepBudget budget = new StepBudget(STEPS);
    private boolean exhausted;

    private final Map<String, Optional<IRegexp>> patterns = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<IRegexp>> eldest) {
            return size() > KEPT;
        }
    };

    ConstraintCheck(DiagnosticSink sink) {
        this.sink = sink;
    }

    /** Reports a value that breaks a constraint; of one that does not fit the kind of value nothing is said here. */
    void check(Constraint constraint, Value value, Span place) {
        if (constraint instanceof Constraint.Length length && value instanceof Value.Text text) {
            long count = text.value().codePointCount(0, text.value().length());
            if (!within(count, length.min(), length.max())) {
                report(constraint, "it has " + counted(count, "character"), place);
            }
        } else if (constraint instanceof Constraint.Size size) {
            checkSize(size, value, place);
        } else if (constraint instanceof Constraint.Range range && value instanceof Value.Number number) {
            if (!within(number.text(), range)) {
                report(constraint, "it is outside", place);
            }
        } else if (constraint instanceof Constraint.Pattern pattern && value instanceof Value.Text text && !exhausted) {
            checkPattern(pattern, text.value(), place);
        }
    }

    private void checkSize(Constraint.Size constraint, Value value, Span place) {
        OptionalLong size = size(value);
        if (size.isPresent() && !within(size.getAsLong(), constraint.min(), constraint.max())) {
            String unit = value instanceof Value.Text ? "byte" : value instanceof Value.Elements ? "element" : "entry";
            report(constraint, "it has " + counted(size.getAsLong(), unit), place);
        }
    }

    private static OptionalLong size(Value value) {
        if (value instanceof Value.Elements elements) {
            return OptionalLong.of(elements.values().size());
        }
        if (value instanceof Value.Entries entries) {
            return OptionalLong.of(entries.entries().size());
        }
        try {
            return value instanceof Value.Text text
                    ? OptionalLong.of(Base64.getDecoder().decode(text.value()).length)
                    : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty(); // Not bytes, so the constraint does not fit, which is reported.
        }
    }

    private static boolean within(long count, Optional<Long> min, Optional<Long> max) {
        return min.filter(end -> count < end).isEmpty()
                && max.filter(end -> count > end).isEmpty();
    }

    private static boolean within(String number, Constraint.Range range) {
        switch (number) {
            case "NaN":
                return false;
            case "Infinity":
                return range.max().isEmpty();
            case "-Infinity":
                return range.min().isEmpty();
            default:
                BigDecimal value = new BigDecimal(number);
                return range.min().filter(end -> value.compareTo(end) < 0).isEmpty()
                        && range.max().filter(end -> value.compareTo(end) > 0).isEmpty();
        }
    }

    private void checkPattern(Constraint.Pattern constraint, String text, Span place) {
        Optional<IRegexp> known = patterns.get(constraint.text());
        if (known == null) {
            budget.take(constraint.text().length());
            known = IRegexp.parse(constraint.text(), mistake -> {}); // Reported where it is declared.
            patterns.put(constraint.text(), known);
        }
        if (known.isEmpty()) {
            return;
        }
        Optional<Boolean> matches = known.get().matches(text, budget);
        if (matches.isEmpty()) {
            exhausted = true;
            String message =
                    "from here on no value is checked against its pattern, as this took more than " + STEPS + " steps";
            sink.add(Code.PATTERN_TOO_LARGE, place, message);
        } else if (!matches.get()) {
            report(constraint, "it does not match", place);
        }
    }

    private static String counted(long count, String unit) {
        String plural = unit.equals("entry") ? "entries" : unit + "s";
        return count + " " + (count == 1 ? unit : plural);
    }

    private void report(Constraint constraint, String why, Span place) {
        sink.add(Code.BREAKS_CONSTRAINT, place, "the value breaks '" + constraint + "': " + why);
    }
}
