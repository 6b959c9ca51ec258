package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;

/**
 * A method as it is named on the command line.
 *
 * @param service the service's name on the wire, or the last part of it
 * @param method the method's name
 */
public record MethodName(String service, String method) {

    /** Reads {@code SERVICE/METHOD}. */
    public static MethodName parse(String text) {
        int slash = text.indexOf('/');
        if (slash > 0 && slash < text.length() - 1 && text.indexOf('/', slash + 1) < 0) {
            return new MethodName(text.substring(0, slash), text.substring(slash + 1));
        }
        int dot = text.lastIndexOf('.');
        boolean dotted = slash < 0 && dot > 0 && dot < text.length() - 1;
        String help = dotted
                ? "; did you mean '" + text.substring(0, dot) + "/" + text.substring(dot + 1) + "'?"
                : ", such as shop.v1.Shop/get";
        throw new Misuse("'" + text + "' is not a method: expected SERVICE/METHOD" + help);
    }

    @Override
    public String toString() {
        return service + "/" + method;
    }
}
