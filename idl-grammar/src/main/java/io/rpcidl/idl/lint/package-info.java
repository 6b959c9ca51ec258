/**
 * What in a contract is allowed but better otherwise: {@link io.rpcidl.idl.lint.Linter} is the door. Each rule is a class
 * of its own that sees nothing but the model, and has a fixture pair of its number.
 */
package io.rpcidl.idl.lint;
