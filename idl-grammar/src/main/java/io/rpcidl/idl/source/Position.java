package io.rpcidl.idl.source;

/**
 * A place in a text, as an editor shows it.
 *
 * @param line 1 for the first line
 * @param column 1 for the first character of the line, counted in Unicode code points
 */
public record Position(int line, int column) {}
