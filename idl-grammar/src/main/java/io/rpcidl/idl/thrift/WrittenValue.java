package io.rpcidl.idl.thrift;

import java.util.Optional;
import java.util.function.Function;

/** A value as a contract has it, or why a contract cannot have it. */
record WrittenValue(Optional<String> text, String problem) {

    static WrittenValue of(String text) {
        return new WrittenValue(Optional.of(text), "");
    }

    /** Says why not, as a clause. */
    static WrittenValue not(String problem) {
        return new WrittenValue(Optional.empty(), problem);
    }

    /** Says no more, as an error was reported. */
    static WrittenValue refused() {
        return new WrittenValue(Optional.empty(), "");
    }

    /** Returns whether there is something to report. */
    boolean isLeftOut() {
        return text.isEmpty() && !problem.isEmpty();
    }

    /** Goes on with the text, if there is one. */
    WrittenValue then(Function<String, WrittenValue> next) {
        return text.isPresent() ? next.apply(text.get()) : this;
    }
}
