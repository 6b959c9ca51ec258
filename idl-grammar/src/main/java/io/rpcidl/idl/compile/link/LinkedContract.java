package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.SourceUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything a rule may look at.
 *
 * @param units the files without syntax errors that name their package
 */
public record LinkedContract(List<SourceUnit> units, SymbolTable table, Links links) {

    /** Copies the units. */
    public LinkedContract {
        units = List.copyOf(units);
    }

    /** Returns the declarations of all units. */
    public Stream<Declaration> declarations() {
        return units.stream().flatMap(unit -> unit.declarations().stream());
    }
}
