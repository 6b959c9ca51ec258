package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what in a contract is allowed but better otherwise:
 *
 * <ol>
 *   <li>each rule that the options want looks at the whole contract;
 *   <li>what {@code @lint.allow} or {@code option lint.allow} lets pass is left out;
 *   <li>allowances of those rules that were not needed are findings themselves, at tier strict.
 * </ol>
 *
 * <p>Depends on nothing but its arguments, and never fails for what a contract holds. Of one rule at most
 * {@value Findings#LIMIT} findings of a file are kept; one more says that there were more.
 */
public final class Linter {

    private Linter() {}

    /**
     * Returns all findings, each a warning, in order of file name, then of place; those in files of libraries too, which the
     * caller may leave out.
     */
    public static List<Diagnostic> lint(Schema schema, LintOptions options) {
        List<LintRule> rules = LintRules.ALL.stream().filter(options::wants).toList();
        Set<String> codes = rules.stream().map(rule -> rule.code().id()).collect(Collectors.toSet());
        Contract contract = new Contract(schema);
        Allowances allowances = new Allowances(contract, codes);
        List<Diagnostic> found = new ArrayList<>();
        for (LintRule rule : rules) {
            Findings findings = new Findings(rule.code(), allowances);
            rule.check(contract, findings);
            found.addAll(findings.all());
        }
        found.sort(Diagnostic.ORDER);
        return List.copyOf(found);
    }
}
