package io.rpcidl.idl.ast;

import java.util.List;
import java.util.Optional;

/** What has a type and perhaps a default: a field or a parameter. */
public sealed interface Member extends Node permits FieldDeclaration, ParameterDeclaration {

    /** Returns its name. */
    Name name();

    /** Returns the text of its doc comment, empty if it has none. */
    String doc();

    /** Returns its type as it was written. */
    TypeExpression type();

    /** Returns its default. */
    Optional<Literal> defaultValue();

    /** Returns the annotations behind its type and its default. */
    List<Annotation> annotations();
}
