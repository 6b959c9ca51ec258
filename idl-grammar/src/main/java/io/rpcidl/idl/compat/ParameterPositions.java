package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import java.util.ArrayList;
import java.util.List;

/** Parameters that are passed by position keep their positions, and get no company. */
final class ParameterPositions implements Rule<MethodPair> {

    @Override
    public void check(MethodPair pair, Findings findings) {
        if (!pair.before().traits().positional() || !pair.after().traits().positional()) {
            return;
        }
        if (!places(pair)
                .equals(pair.after().parameters().stream().map(Field::name).toList())) {
            findings.add(
                    Code.POSITIONS_CHANGED,
                    pair.place(),
                    "the method '" + pair.place().name() + "' passes parameters by position, and they are others now",
                    "keep the parameters and their order, and add another method");
        }
    }

    /** Returns the new names of the old parameters, in the old order. */
    private static List<String> places(MethodPair pair) {
        Matching<Field> matching = Matching.of(
                Named.fields(pair.before().parameters()),
                Named.fields(pair.after().parameters()));
        List<String> names = new ArrayList<>();
        matching.kept().forEach(each -> names.add(each.after().name()));
        matching.removed().forEach(each -> names.add("-" + each.name()));
        return names;
    }
}
