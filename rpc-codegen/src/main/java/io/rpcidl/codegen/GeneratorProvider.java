package io.rpcidl.codegen;

import java.util.Map;

/**
 * Brings a generator, under the name of its target, to all who generate: the Maven plugin, the command and others who ask
 * {@link Generators}. Implementations are listed in {@code META-INF/services}, have a public constructor without parameters,
 * and have no state.
 */
public interface GeneratorProvider {

    /** Returns the target's name, such as {@code java}: lower-case letters, digits and hyphens, the first a letter. */
    String target();

    /**
     * Makes the generator.
     *
     * @param options what a user says of it, name and value; may be empty
     * @throws IllegalArgumentException for an option or a value that it does not know, saying what it does
     */
    Generator generator(Map<String, String> options);
}
