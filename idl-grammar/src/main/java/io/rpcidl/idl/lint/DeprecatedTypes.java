package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not deprecated itself needs no deprecated type, error or service. */
final class DeprecatedTypes implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_DEPRECATED_TYPE;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Set<QualifiedName> deprecated = Stream.concat(
                        contract.types().filter(DeprecatedTypes::isDeprecated).map(TypeDeclaration::name),
                        contract.services()
                                .filter(DeprecatedTypes::isDeprecated)
                                .map(Service::name))
                .collect(Collectors.toSet());
        contract.references()
                .filter(each -> deprecated.contains(each.to()) && !each.isDeprecated())
                .filter(each -> !each.from().equals(each.to()))
                .forEach(each -> findings.report(
                        each.place(),
                        each.title() + " needs the deprecated '" + each.to().simpleName() + "'",
                        "use its successor, or deprecate this too"));
    }

    private static boolean isDeprecated(Noted noted) {
        return noted.notes().deprecated().isPresent();
    }
}
