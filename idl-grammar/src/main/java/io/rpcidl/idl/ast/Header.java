package io.rpcidl.idl.ast;

import java.util.List;

/**
 * What all declarations have.
 *
 * @param doc the text of the doc comment, empty if there is none
 * @param typeParameters what stands in angle brackets behind the name; no supported declaration has any
 */
public record Header(String doc, List<Annotation> annotations, Name name, List<Name> typeParameters) {

    /** Copies the lists. */
    public Header {
        annotations = List.copyOf(annotations);
        typeParameters = List.copyOf(typeParameters);
    }
}
