/**
 * Patterns of {@code @pattern}: I-Regexp, as RFC 9485 defines it. Parsed, and matched in linear time. Sees nothing but java.*; used by {@code compile}.
 */
package io.rpcidl.idl.pattern;
