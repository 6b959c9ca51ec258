package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.annotation.MethodExampleLiteral;
import io.rpcidl.idl.compile.link.Links;
import io.rpcidl.idl.model.MethodExample;
import io.rpcidl.idl.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the examples of methods. */
final class ExampleAssembler {

    private final Links links;

    ExampleAssembler(Links links) {
        this.links = links;
    }

    List<MethodExample> of(MethodDeclaration method) {
        return BuiltinAnnotation.EXAMPLE
                .all(method.annotations())
                .map(MethodExampleLiteral::of)
                .map(this::example)
                .toList();
    }

    private MethodExample example(MethodExampleLiteral literal) {
        Map<String, Value> params = new LinkedHashMap<>();
        for (MapLiteral.Entry entry : literal.entries()) {
            String name = ((NameLiteral) entry.key()).name().text();
            params.put(name, links.value(entry.value()).orElseThrow());
        }
        return new MethodExample(
                params, literal.result().map(value -> links.value(value).orElseThrow()));
    }
}
