/**
 * What the author wrote: names are not resolved, values are not checked, every node has its place. Made by
 * {@code parser}, read by {@code compile} and by tools that work on text; {@code model} never sees it.
 */
package io.rpcidl.idl.ast;
