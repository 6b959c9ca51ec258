/** The Maven plugin: parameters in, messages out. What it does is done by the compiler and the generator. */
package io.rpcidl.maven;
