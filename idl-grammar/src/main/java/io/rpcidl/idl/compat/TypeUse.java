package io.rpcidl.idl.compat;

import java.util.List;

/**
 * A type as a field, a parameter, a result, a payload or a newtype uses it in both contracts.
 *
 * @param what what messages call it, such as {@code the field 'Product.price'}
 */
record TypeUse(String what, List<TypeStep> steps, Use use, Place place) {

    TypeUse {
        steps = List.copyOf(steps);
    }
}
