package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One member of a union.
 *
 * @param name the name in the contract
 * @param wireName the tag on the wire: that of {@code @wire}, else {@code name}
 * @param aliases further tags that mean it when read: those of {@code @alias}
 * @param type its payload, never nullable; empty for a member without one, which is {@code {}} on the wire
 * @param sensitive whether its payload must not be printed
 * @param span where its name stands
 */
public record UnionMember(
        String name,
        String wireName,
        List<String> aliases,
        Notes notes,
        Optional<TypeRef> type,
        boolean sensitive,
        Span span)
        implements Noted {

    /** Copies the aliases. */
    public UnionMember {
        aliases = List.copyOf(aliases);
    }
}
