package io.rpcidl.idl.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call and its answer, for documentation: {@code @example(params = {...}, result = ...)}.
 *
 * @param params the parameters by name
 * @param result the answer; empty if the example does not say
 */
public record MethodExample(Map<String, Value> params, Optional<Value> result) {

    /** Copies the parameters in their order. */
    public MethodExample {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
