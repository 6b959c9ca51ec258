package io.rpcidl.idl.thrift;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The constants whose turn has come: a constant may only use those before it, so none needs another one's turn. */
final class Constants {

    /**
     * What became of a constant.
     *
     * @param written its value in the contract
     * @param scalar its value in Thrift, names followed, if it is a number or a string
     */
    record Entry(WrittenValue written, Optional<ThriftValue> scalar) {}

    private final Map<Symbol, Entry> entries = new HashMap<>();

    void put(Symbol constant, Entry entry) {
        entries.put(constant, entry);
    }

    Optional<Entry> find(Symbol constant) {
        return Optional.ofNullable(entries.get(constant));
    }
}
