package io.rpcidl.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why a call failed: the sixteen names of gRPC's status codes, with their meaning.
 *
 * <pre>{@code
 * throw new RpcException(StatusCode.FAILED_PRECONDITION, "the account is closed");
 * }</pre>
 */
public enum StatusCode {
    /** The caller gave up. */
    CANCELLED,
    /** The error says no more than that; also what an unknown code is read as. */
    UNKNOWN,
    /** The request is wrong, whatever the state of the server. */
    INVALID_ARGUMENT,
    /** The deadline passed before the answer was there. */
    DEADLINE_EXCEEDED,
    /** What was asked for does not exist. */
    NOT_FOUND,
    /** What should be made is there already. */
    ALREADY_EXISTS,
    /** The caller is known and may not do this. */
    PERMISSION_DENIED,
    /** A limit or a quota is reached. */
    RESOURCE_EXHAUSTED,
    /** The server's state does not allow it; repeating alone will not help. */
    FAILED_PRECONDITION,
    /** A conflict with another call; repeat from the start. */
    ABORTED,
    /** Beyond the end of something. */
    OUT_OF_RANGE,
    /** The server has no such service or method. */
    UNIMPLEMENTED,
    /** A bug of the server. */
    INTERNAL,
    /** Nobody could be reached, or the connection broke. */
    UNAVAILABLE,
    /** Data is lost or damaged. */
    DATA_LOSS,
    /** The caller did not say who it is. */
    UNAUTHENTICATED;

    private static final Map<String, StatusCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    /** Returns the code of a name on the wire; {@link #UNKNOWN} for one that is none of the sixteen. */
    public static StatusCode named(String name) {
        return BY_NAME.getOrDefault(name, UNKNOWN);
    }
}
