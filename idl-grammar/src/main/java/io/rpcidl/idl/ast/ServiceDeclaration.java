package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;
import java.util.List;

/** {@code service Name extends Others { methods }}. */
public record ServiceDeclaration(Header header, List<DottedName> parents, List<MethodDeclaration> methods, Span span)
        implements Declaration {

    /** Copies the lists. */
    public ServiceDeclaration {
        parents = List.copyOf(parents);
        methods = List.copyOf(methods);
    }

    @Override
    public String keyword() {
        return "service";
    }
}
