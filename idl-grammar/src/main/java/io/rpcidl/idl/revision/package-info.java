/**
 * Two versions of contracts and what the new one breaks, for the command and the Maven plugin: where an old version comes from
 * that is no folder, and the way from two compilations to findings.
 */
package io.rpcidl.idl.revision;
