/** The calls of clients and servers as metrics of Micrometer. */
@NullMarked
package io.rpcidl.micrometer;

import org.jspecify.annotations.NullMarked;
