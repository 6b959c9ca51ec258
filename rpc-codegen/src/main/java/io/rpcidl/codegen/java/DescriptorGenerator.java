package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What describes a method to the runtime: its names on the wire, how it is answered, and the codecs of all that it sends. */
final class DescriptorGenerator {

    /** The constant that holds the service's name on the wire. */
    static final String SERVICE = "SERVICE_";

    private final ServiceNames names;
    private final TypeMapper types;
    private final CodecExpressions codecs;

    DescriptorGenerator(ServiceNames names, TypeMapper types) {
        this.names = names;
        this.types = types;
        this.codecs = new CodecExpressions(types);
    }

    /** Returns the constants of all methods. */
    List<FieldSpec> generate() {
        List<FieldSpec> constants = new ArrayList<>();
        if (!names.methods().isEmpty()) {
            constants.add(FieldSpec.builder(String.class, SERVICE, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(StringLiterals.of(names.service().wireName()))
                    .build());
        }
        for (JavaMethod method : names.methods()) {
            constants.add(descriptor(method));
            method.stream().ifPresent(items -> constants.add(items(method, items)));
        }
        return constants;
    }

    private FieldSpec descriptor(JavaMethod method) {
        TypeName type =
                ParameterizedTypeName.get(RuntimeNames.METHOD_DESCRIPTOR, method.request(), method.boxedResult());
        CodeBlock errors = method.model().errors().stream()
                .map((QualifiedName error) -> CodeBlock.of(",$W$T.INSTANCE", types.codecName(error)))
                .collect(CodeBlock.joining(""));
        return constant(type, method.constants().descriptor())
                .initializer(
                        "new $T<>($Z$L, $L,$W$T.Kind.$L,$W$L,$W$L,$W$L$L)",
                        RuntimeNames.METHOD_DESCRIPTOR,
                        SERVICE,
                        StringLiterals.of(method.model().wireName()),
                        RuntimeNames.METHOD_DESCRIPTOR,
                        kind(method),
                        params(method),
                        method.model()
                                .result()
                                .map(this::result)
                                .orElseGet(() -> CodeBlock.of("$T.NOTHING", RuntimeNames.CODECS)),
                        TraitExpressions.of(method.model().traits()),
                        errors)
                .build();
    }

    private FieldSpec items(JavaMethod method, JavaField items) {
        TypeName type =
                ParameterizedTypeName.get(RuntimeNames.CODEC, items.type().box());
        return constant(type, method.constants().items())
                .initializer(result(items.model().type()))
                .build();
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
    }

    private static String kind(JavaMethod method) {
        String kind = JavaNames.upperSnake(method.kind());
        String unary = method.model().oneway() ? "ONEWAY" : "UNARY";
        return kind.equals("CALL") ? unary : kind.toUpperCase(Locale.ROOT);
    }

    /** Returns whether the codec of a method's parameters is one of the runtime's, made for its record. */
    static boolean isPutTogether(JavaMethod method) {
        Method model = method.model();
        if (model.variadic()
                || model.traits().positional()
                || method.parameters().size() > 1) {
            return false;
        }
        return method.parameters().isEmpty() || single(method).isPresent();
    }

    private static Optional<JavaField> single(JavaMethod method) {
        return method.parameters().stream()
                .filter(field -> field.isExpected() && !field.isPrimitive())
                .findFirst();
    }

    private CodeBlock params(JavaMethod method) {
        if (!isPutTogether(method)) {
            return CodeBlock.of(
                    "$T.INSTANCE",
                    names.machinery().nestedClass(method.constants().codec()));
        }
        ClassName request = method.request();
        return single(method)
                .map(field -> CodeBlock.of(
                        "$T.one($L,$W$L,$W$T::new, $T::$N)",
                        RuntimeNames.REQUEST_CODECS,
                        FieldCodes.namesOf(List.of(field)),
                        codecs.codec(field),
                        request,
                        request,
                        field.name()))
                .orElseGet(() -> CodeBlock.of("$T.none($T::new)", RuntimeNames.REQUEST_CODECS, request));
    }

    /** Returns the codec of a result or an item; what a request's record checks is checked here by the codec. */
    private CodeBlock result(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return CodeBlock.of("$T.nullable($L)", RuntimeNames.CODECS, result(nullable.type()));
        }
        CodeBlock codec = codecs.codec(type);
        return new CheckExpressions(types)
                .check(type)
                .map(check -> CodeBlock.of("$T.checked($L,$W$L)", RuntimeNames.CODECS, codec, check))
                .orElse(codec);
    }
}
