package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeRef;
import java.util.Set;

/**
 * The parameters of a method are its request: they have names, and optional ones can be added. A struct around them is one layer
 * too many.
 */
final class RequestWrappers implements LintRule {

    private static final Set<String> WORDS =
            Set.of("request", "req", "params", "parameters", "args", "arguments", "input");

    @Override
    public Code code() {
        return Code.LINT_REQUEST_WRAPPER;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> isWrapped(method, contract.schema()))
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name() + "' has one parameter, a request of its own",
                        "make the fields of '"
                                + method.parameters().get(0).type().plain() + "' its parameters"));
    }

    private static boolean isWrapped(Method method, Schema schema) {
        return method.parameters().size() == 1
                && method.requestStream().isEmpty()
                && method.parameters().get(0).type().plain() instanceof TypeRef.Named named
                && schema.type(named.name()) instanceof Struct struct
                && !struct.fields().isEmpty()
                && WORDS.contains(Words.of(named.name().simpleName()).last());
    }
}
