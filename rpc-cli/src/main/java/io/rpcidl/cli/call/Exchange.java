package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.idl.model.Method;
import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.BidiStream;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.stub.DynamicStub;
import java.io.InputStream;
import java.util.concurrent.CompletionException;

/** One call of any kind: sends what is given, and prints what comes back as it comes. */
public final class Exchange {

    private final Callee callee;
    private final Results results;
    private final DynamicStub<byte[]> stub;

    /** Prepares a call. */
    public Exchange(Servers servers, Callee callee, Results results) {
        this.callee = callee;
        this.results = results;
        this.stub = new DynamicStub<>(servers.client(), Codecs.RAW).with(options(servers.options()));
    }

    /** What the user says counts, then the contract. */
    private CallOptions options(CallOptions given) {
        CallOptions options = given.onReplyMetadata(results::metadata);
        return given.timeout() != null
                ? options
                : callee.declared()
                        .map(Contract.Declared::method)
                        .map(Method::traits)
                        .flatMap(traits -> traits.timeout())
                        .map(options::withTimeout)
                        .orElse(options);
    }

    /**
     * Makes the call and waits until it is over.
     *
     * @param in where the items stand that it sends, if its method takes any
     * @return the {@link ExitCode} of a call that did not fail
     * @throws RpcException if it fails
     */
    public int run(byte[] params, InputStream in) {
        String service = callee.service();
        String method = callee.method();
        try {
            switch (callee.kind()) {
                case UNARY:
                    return answer(stub.call(service, method, params));
                case ONEWAY:
                    stub.call(service, method, params); // answered once it is taken: a command that ends must know that
                    return ExitCode.CLEAN;
                case SERVER_STREAM:
                    try (RpcStream<byte[]> items = stub.serverStream(service, method, params)) {
                        return answers(items);
                    }
                case CLIENT_STREAM:
                    return sendItems(params, new Items(in));
                case BIDI_STREAM:
                    return talk(params, new Items(in));
                default:
                    throw new IllegalStateException("a kind that is not known: " + callee.kind());
            }
        } finally {
            results.printMetadata(); // of an answer without a value, or of a failure
        }
    }

    private int sendItems(byte[] params, Items items) {
        try {
            return answer(stub.clientStreamAsync(callee.service(), callee.method(), params, items.publisher())
                    .join());
        } catch (CompletionException e) {
            items.check();
            throw RpcException.of(e);
        }
    }

    private int talk(byte[] params, Items items) {
        try (BidiStream<byte[], byte[]> talk = stub.bidiStream(callee.service(), callee.method(), params)) {
            items.sendTo(talk);
            return answers(talk);
        } catch (RpcException e) {
            items.check();
            throw e;
        }
    }

    private int answer(byte[] value) {
        return callee.isVoid() || results.print(value) ? ExitCode.CLEAN : ExitCode.NO_READER;
    }

    private int answers(RpcStream<byte[]> items) {
        for (long count = 0; count < results.limit() && items.hasNext(); count++) {
            if (!results.print(items.next())) {
                return ExitCode.NO_READER;
            }
        }
        return ExitCode.CLEAN; // what is left is cancelled
    }
}
