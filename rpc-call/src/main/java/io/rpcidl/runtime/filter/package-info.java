/**
 * Behaviours around calls, one a file, that options of clients and servers switch on. They see calls and replies, and
 * neither side.
 */
@NullMarked
package io.rpcidl.runtime.filter;

import org.jspecify.annotations.NullMarked;
