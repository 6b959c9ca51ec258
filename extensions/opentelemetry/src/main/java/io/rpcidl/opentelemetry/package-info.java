/** The calls of clients and servers as spans of OpenTelemetry. */
@NullMarked
package io.rpcidl.opentelemetry;

import org.jspecify.annotations.NullMarked;
