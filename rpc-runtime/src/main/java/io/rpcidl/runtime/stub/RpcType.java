package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the codec of a generated type, for libraries that meet its values without a stub, such as Jackson's module. The
 * records of a union's members have none of their own: the union's codec writes them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RpcType {

    /** Returns the class of the codec; its public constant {@code INSTANCE} is the codec. */
    Class<? extends Codec<?>> codec();
}
