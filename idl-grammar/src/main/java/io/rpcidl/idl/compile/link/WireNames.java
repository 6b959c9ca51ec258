package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.TextLiteral;
import java.util.List;
import java.util.Optional;

/** What a thing is called on the wire. */
public final class WireNames {

    /** The annotation that says so. */
    public static final String ANNOTATION = "wire";

    private WireNames() {}

    /** Returns the name that {@code @wire} gives, else the other one. */
    public static String of(List<Annotation> annotations, String otherwise) {
        return annotations.stream()
                .filter(annotation -> annotation.name().text().equals(ANNOTATION))
                .flatMap(annotation -> annotation.arguments().stream())
                .map(Argument::from)
                .flatMap(Optional::stream)
                .filter(TextLiteral.class::isInstance)
                .map(literal -> ((TextLiteral) literal).value())
                .findFirst()
                .orElse(otherwise);
    }
}
