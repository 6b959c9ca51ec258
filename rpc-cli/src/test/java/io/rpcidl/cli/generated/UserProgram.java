package io.rpcidl.cli.generated;

import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.stub.ServiceHandler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * A user's program and the stubs that it was compiled with, in a class loader of its own. Its class {@code user.User} has a
 * constructor without parameters, is a handler, and calls in {@code static String call(Channel)}.
 */
record UserProgram(Class<?> user) {

    static UserProgram load(JavaClasses classes) {
        try {
            return new UserProgram(classes.load().loadClass("user.User"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls the handler of another program over a socket, and returns what came of it. */
    String call(UserProgram other) {
        try (RpcServer server = RpcServer.builder().add(other.handler()).start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            return "works: " + user.getMethod("call", Channel.class).invoke(null, client);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RpcException failure) {
                return "fails: " + failure.code() + " " + failure.status().message();
            }
            return "fails: " + e.getCause();
        } catch (ReflectiveOperationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private ServiceHandler handler() throws ReflectiveOperationException {
        return (ServiceHandler) user.getConstructor().newInstance();
    }
}
