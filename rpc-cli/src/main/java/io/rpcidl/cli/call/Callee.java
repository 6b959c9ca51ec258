package io.rpcidl.cli.call;

import io.rpcidl.idl.model.Method;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import java.util.Optional;

/**
 * The method that is to be called, as far as it is known.
 *
 * @param service the service's name on the wire
 * @param method the method's name on the wire
 * @param kind how it is answered
 * @param contract the contract that it stands in; {@link Contract#NONE} if that is not known
 * @param declared what that says of it
 * @param guessed whether its kind is a guess
 */
public record Callee(
        String service,
        String method,
        Kind kind,
        Contract contract,
        Optional<Contract.Declared> declared,
        boolean guessed) {

    /** Makes a method of which a contract says all. */
    static Callee of(String service, Contract contract, Contract.Declared declared) {
        Method method = declared.method();
        return new Callee(service, method.wireName(), kind(method), contract, Optional.of(declared), false);
    }

    /** Makes a method of which no more is known than what a user says. */
    public static Callee unknown(MethodName name, Kind kind) {
        return new Callee(name.service(), name.method(), kind, Contract.NONE, Optional.empty(), false);
    }

    /** Makes a method of which nothing is known but its name: most are unary. */
    static Callee guessed(MethodName name) {
        return new Callee(name.service(), name.method(), Kind.UNARY, Contract.NONE, Optional.empty(), true);
    }

    private static Kind kind(Method method) {
        if (method.oneway()) {
            return Kind.ONEWAY;
        }
        if (method.requestStream().isPresent()) {
            return method.responseStream() ? Kind.BIDI_STREAM : Kind.CLIENT_STREAM;
        }
        return method.responseStream() ? Kind.SERVER_STREAM : Kind.UNARY;
    }

    /** Returns whether it is known that it answers with nothing. */
    boolean isVoid() {
        return declared.isPresent() && declared.get().method().result().isEmpty();
    }

    String fullName() {
        return service + "/" + method;
    }
}
