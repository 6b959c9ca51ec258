package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Method;
import java.util.List;
import java.util.Optional;

/**
 * A method of a service as generated code sees it.
 *
 * @param model what the contract says
 * @param own whether the service declares it itself
 * @param name its Java name
 * @param constants what it is called within the service's machinery
 * @param request the record of its parameters, of the service that declares it
 * @param errors the sealed view of what it fails with, of that service too; generated if it declares errors
 * @param parameters its parameters
 * @param stream the items that callers send, if they do
 * @param result what it returns, void if nothing; of a stream, one of its items
 */
record JavaMethod(
        Method model,
        boolean own,
        String name,
        Constants constants,
        ClassName request,
        ClassName errors,
        List<JavaField> parameters,
        Optional<JavaField> stream,
        TypeName result) {

    /**
     * Names within a service's machinery.
     *
     * @param descriptor the constant that describes the method to the runtime
     * @param items the constant that holds the codec of the items that callers send
     * @param codec the class of the codec of its parameters
     */
    record Constants(String descriptor, String items, String codec) {

        static Constants of(Method method, ClassName request, Names taken) {
            String name = JavaNames.upperSnake(method.name()); // with _ behind it, so that no parameter can hide it
            return new Constants(
                    taken.free(name + "_"),
                    method.requestStream().isPresent() ? taken.free(name + "_ITEMS_") : "",
                    taken.free(request.simpleName() + "Codec_"));
        }
    }

    static JavaMethod of(Method method, ClassName client, Names taken, TypeMapper types) {
        String name = JavaNames.capitalized(method.name());
        ClassName request = JavaNames.nested(client, name + "Request");
        Optional<JavaField> stream = method.requestStream()
                .map(items -> JavaField.of(List.of(items), each -> streamName(each, method), types)
                        .get(0));
        return new JavaMethod(
                method,
                true,
                JavaNames.method(method.name()),
                Constants.of(method, request, taken),
                request,
                JavaNames.nested(client, name + "Error"),
                JavaField.of(method.parameters(), each -> parameter(each, client, request), types),
                stream,
                method.result().map(types::type).orElse(TypeName.VOID));
    }

    private static String parameter(String name, ClassName client, ClassName request) {
        boolean hides = name.equals(client.simpleName()) || name.equals(request.simpleName());
        return hides ? name + "_" : JavaNames.component(name);
    }

    /** A handler takes the stream beside its request and, if it answers with a stream, beside {@code out}. */
    private static String streamName(String name, Method method) {
        boolean taken = name.equals("request") || (method.responseStream() && name.equals("out"));
        return taken ? name + "_" : JavaNames.component(name);
    }

    /** Returns the method as a service that extends its own sees it. */
    JavaMethod inherited(Names taken) {
        Constants here = Constants.of(model, request, taken);
        return new JavaMethod(model, false, name, here, request, errors, parameters, stream, result);
    }

    boolean hasOptional() {
        return !parameters.stream().allMatch(JavaField::isRequired);
    }

    List<JavaField> required() {
        return parameters.stream().filter(JavaField::isRequired).toList();
    }

    boolean returnsNothing() {
        return result.equals(TypeName.VOID);
    }

    boolean hasErrors() {
        return !model.errors().isEmpty();
    }

    /** Returns the result, or an item of it, as an argument of a generic type. */
    TypeName boxedResult() {
        return returnsNothing() ? ClassName.get(Void.class).annotated(RuntimeNames.NULLABLE) : result.box();
    }

    /** Returns the method of the runtime that carries it, with {@code Async} behind it for asynchronous code. */
    String kind() {
        if (stream.isPresent()) {
            return model.responseStream() ? "bidiStream" : "clientStream";
        }
        return model.responseStream() ? "serverStream" : "call";
    }
}
