package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.UnionMember;

/**
 * A member of a union that is in both contracts.
 *
 * @param old the old contract
 * @param now the new one
 */
record CasePair(UnionMember before, UnionMember after, Schema old, Schema now, Place place) {}
