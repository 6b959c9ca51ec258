package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.List;

/** All rules. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new LanguageVersions(),
            new StatementOrder(),
            new PackageNames(),
            new Options(),
            new JavaPackageNames(),
            new JavaPackagesOneToOne(),
            new Later(),
            new BuiltinTypeNames(),
            new UniqueNames(),
            new UniqueWireNames(),
            new DistinctIgnoringCase(),
            new MapKeys(),
            new OptionalPlaces(),
            new RequiredCycles(),
            new FiniteDefaults(),
            new Members(),
            new ReservedNames(),
            new Rollouts(),
            new OnewayMethods(),
            new Streams(),
            new Inheritance(),
            new VariadicParameters(),
            new StatusCodes(),
            new KnownAnnotations(),
            new TypeAnnotations(),
            new Patterns(),
            new Tristates(),
            new OlderNames(),
            new MethodAnnotations(),
            new Allowances(),
            new ConstrainedValues());

    private Rules() {}

    /** Checks a contract against all rules. */
    public static void check(LinkedContract contract, DiagnosticSink sink) {
        ALL.forEach(rule -> rule.check(contract, sink));
    }
}
