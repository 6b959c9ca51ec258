package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;

/**
 * One value of an enum.
 *
 * @param name the name in the contract
 * @param wireName the string on the wire: that of {@code @wire}, else {@code name}
 * @param aliases further strings that mean it when read: those of {@code @alias}
 * @param span where its name stands
 */
public record EnumMember(String name, String wireName, List<String> aliases, Notes notes, Span span) implements Noted {

    /** Copies the aliases. */
    public EnumMember {
        aliases = List.copyOf(aliases);
    }
}
