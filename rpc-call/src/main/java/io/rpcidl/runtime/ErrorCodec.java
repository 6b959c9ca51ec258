package io.rpcidl.runtime;

import io.rpcidl.json.Codec;
import io.rpcidl.json.JsonReader;

/**
 * Writes and reads a contract's error: its fields are a JSON object, its status is beside them.
 *
 * @param <E> the generated exception
 */
public interface ErrorCodec<E extends RpcException> extends Codec<E> {

    /** Returns the error's name on the wire. */
    String type();

    /** Returns the generated exception's class, by which an answer finds its codec. */
    Class<E> exceptionType();

    /** Reads the fields and joins them with the status that came with them. */
    E read(JsonReader details, Status status);
}
