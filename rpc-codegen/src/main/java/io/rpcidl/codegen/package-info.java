/**
 * From a schema to files: what a generator is, and the one who writes files. Each target language is a room of its own
 * below, and knows no other.
 */
package io.rpcidl.codegen;
