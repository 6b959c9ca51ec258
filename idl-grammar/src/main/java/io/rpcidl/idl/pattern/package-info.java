/**
 * Patterns of {@code @pattern}: I-Regexp, as RFC 9485 defines it. Parsed, matched in linear time, and written as patterns of
 * {@code java.util.regex}. Sees nothing but java.*; used by {@code compile} and by generators.
 */
package io.rpcidl.idl.pattern;
