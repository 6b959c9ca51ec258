package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Constant;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the rules about packages, and finds what is gone from them. */
final class PackageComparison {

    private static final RuleSet<PackagePair> PACKAGES =
            new RuleSet<>(List.of(new JavaPackages(), new RemovedConstants(), new RemovedTypeAliases()));
    private static final RuleSet<ConstantPair> CONSTANTS =
            new RuleSet<>(List.of(new ConstantTypes(), new ConstantValues()));

    private final Map<String, ContractPackage> after = new HashMap<>();
    private final TypePairs pairs;
    private final Findings findings;

    PackageComparison(Schema now, TypePairs pairs, Findings findings) {
        now.packages().forEach(each -> after.put(each.name(), each));
        this.pairs = pairs;
        this.findings = findings;
    }

    void compare(ContractPackage before) {
        ContractPackage now = after.get(before.name());
        if (now == null) {
            findings.add(
                    Code.PACKAGE_REMOVED,
                    PackagePlaces.gone(before),
                    "the package '" + before.name() + "' is gone",
                    "keep it, and add the new one beside it");
            return;
        }
        Place place = PackagePlaces.of(before, now);
        PACKAGES.check(new PackagePair(before, now, place), findings);
        constants(before, now, place);
        for (TypeDeclaration type : before.types()) {
            if (pairs.of(type.name()).isEmpty()) {
                reportRemoved(type, now, place);
            }
        }
    }

    private void reportRemoved(TypeDeclaration type, ContractPackage now, Place place) {
        String name = type.name().simpleName();
        findings.add(
                Code.TYPE_REMOVED,
                PackagePlaces.without(type, name, now, place),
                "the type '" + name + "' is gone",
                "mark it @deprecated first, and remove it when no program uses it");
    }

    private void constants(ContractPackage before, ContractPackage now, Place place) {
        Map<QualifiedName, Constant> known = new HashMap<>();
        now.constants().forEach(each -> known.put(each.name(), each));
        for (Constant old : before.constants()) {
            Optional.ofNullable(known.get(old.name())).ifPresent(each -> {
                Place inner = place.kept(old.name().simpleName(), old, each);
                CONSTANTS.check(new ConstantPair(old, each, inner), findings);
            });
        }
    }
}
