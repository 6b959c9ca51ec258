package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.Related;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a change is: in the new contract, if need be at what encloses it, and in the old one.
 *
 * @param name what messages call it, such as {@code Product.price}
 * @param now where it is reported
 * @param before the place in the old contract
 * @param around the notes of all that encloses it in the new contract: they may allow the change
 */
record Place(String name, Span now, Related before, List<Notes> around) {

    Place {
        around = List.copyOf(around);
    }

    /** Returns the place of a package: there is nothing around it. */
    static Place of(String name, Span now, Span before) {
        return new Place(name, now, inOld(before), List.of());
    }

    static Related inOld(Span span) {
        return new Related("in the old contract", span);
    }

    /** Returns the place of what is within this one, in both contracts. */
    Place kept(String inner, Noted old, Noted kept) {
        return new Place(inner(inner), kept.span(), inOld(old.span()), with(kept.notes()));
    }

    /** Returns the place of what is within this one in the old contract alone. */
    Place removed(String inner, Noted old) {
        return new Place(inner(inner), now, new Related("it was here", old.span()), around);
    }

    /** Returns the place of what is within this one in the new contract alone. */
    Place added(String inner, Noted added) {
        return new Place(
                inner(inner), added.span(), new Related("it was not here", before.span()), with(added.notes()));
    }

    /** Returns the same place, reported elsewhere in the new contract. */
    Place at(Span other) {
        return new Place(name, other, before, around);
    }

    /** Returns whether the author of the new contract accepts a change here. */
    boolean allows(Code code) {
        return around.stream().anyMatch(each -> each.allows(code.id()));
    }

    Diagnostic diagnostic(Code code, String message, String help) {
        return new Diagnostic(code.severity(), code, message, now, List.of(before), Optional.of(help));
    }

    private String inner(String inner) {
        return name.isEmpty() ? inner : name + "." + inner;
    }

    private List<Notes> with(Notes notes) {
        List<Notes> longer = new ArrayList<>(around);
        longer.add(notes);
        return longer;
    }
}
