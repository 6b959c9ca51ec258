/**
 * What names mean: symbols of all packages, imports, the types and values that expressions stand for. Used by
 * {@code compile} and its rules only.
 */
package io.rpcidl.idl.compile.link;
