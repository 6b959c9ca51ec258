/**
 * What a contract must hold beyond its grammar and its names: one rule per class, none of which knows another. Run by
 * {@code compile} through {@link io.rpcidl.idl.compile.rule.Rules}.
 */
package io.rpcidl.idl.compile.rule;
