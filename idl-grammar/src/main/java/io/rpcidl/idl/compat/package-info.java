/**
 * Whether a new version of a contract breaks what was built against the old one: two schemas in, diagnostics out. Things
 * that are the same in both are matched first ({@link TypePairs}, {@link Matching}); then every rule looks at its kind of
 * pair.
 */
package io.rpcidl.idl.compat;
