package io.rpcidl.transport;

import java.util.Map;

/**
 * The answer to an {@link HttpRequest}.
 *
 * @param status such as 200
 * @param headers beside length, type (JSON) and connection, which the transport writes
 * @param body whose first {@code length} bytes are JSON
 * @param length how many they are
 */
public record HttpReply(int status, Map<String, String> headers, byte[] body, int length) {}
