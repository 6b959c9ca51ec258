/**
 * Watching calls: what is told to metrics, traces and logs. Nothing here decides anything; where nobody watches, calls do not
 * come by here.
 */
@NullMarked
package io.rpcidl.runtime.observe;

import org.jspecify.annotations.NullMarked;
