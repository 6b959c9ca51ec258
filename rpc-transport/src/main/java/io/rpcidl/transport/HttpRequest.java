package io.rpcidl.transport;

import java.util.Map;

/**
 * A whole request in HTTP.
 *
 * @param method such as {@code POST}
 * @param path from the first slash on, without a query, percent-decoded
 * @param headers their names in lower case; of a name that came several times, the values with commas between them
 * @param body its bytes, perhaps none
 */
public record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {}
