package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.Import;
import io.rpcidl.idl.ast.Item;
import io.rpcidl.idl.ast.PackageStatement;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.VersionStatement;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** A file is: its version, its package, imports and options, declarations; version and package at most once. */
final class StatementOrder implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.units().forEach(unit -> checkUnit(unit, sink));
    }

    private static void checkUnit(SourceUnit unit, DiagnosticSink sink) {
        Item last = null;
        for (Item item : unit.items()) {
            int before = last == null ? -1 : rank(last);
            boolean twice = before == rank(item) && rank(item) < 2;
            if (twice || rank(item) < before) {
                String problem = twice ? " is there twice" : " must stand before " + name(last);
                sink.add(Diagnostic.of(Code.ORDER_OF_STATEMENTS, item.span(), name(item) + problem)
                        .withHelp("a file is: version, package, imports and options, declarations"));
            } else {
                last = item;
            }
        }
    }

    private static int rank(Item item) {
        if (item instanceof VersionStatement) {
            return 0;
        }
        if (item instanceof PackageStatement) {
            return 1;
        }
        return item instanceof Declaration ? 3 : 2;
    }

    private static String name(Item item) {
        return switch (rank(item)) {
            case 0 -> "the version";
            case 1 -> "the package";
            case 2 -> item instanceof Import ? "the import" : "the option";
            default -> "the declarations";
        };
    }
}
