package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Noted;

/**
 * All members of an enum or a union.
 *
 * @param closedBefore whether the old one refuses members that it does not know
 * @param closedAfter whether the new one does
 * @param kind {@code enum} or {@code union}
 */
record MemberSet(
        Matching<? extends Noted> members, boolean closedBefore, boolean closedAfter, String kind, Place place) {}
