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
    private final PackagePlaces places;
    private final Findings findings;

    PackageComparison(Schema now, TypePairs pairs, PackagePlaces places, Findings findings) {
        now.packages().forEach(each -> after.put(each.name(), each));
        this.pairs = pairs;
        this.places = places;
        this.findings = findings;
    }

    void compare(ContractPackage before) {
        ContractPackage now = after.get(before.name());
        if (now == null) {
            findings.add(
                    Code.PACKAGE_REMOVED,
                    places.gone(before),
                    "the package '" + before.name() + "' is gone",
                    "keep it, and add the new one beside it");
            return;
        }
        PACKAGES.check(new PackagePair(before, now, places), findings);
        constants(before, now);
        for (TypeDeclaration type : before.types()) {
            if (pairs.of(type.name()).isEmpty()) {
                reportRemoved(type);
            }
        }
    }

    private void reportRemoved(TypeDeclaration type) {
        String name = type.name().simpleName();
        findings.add(
                Code.TYPE_REMOVED,
                places.without(type, type.name()),
                "the type '" + name + "' is gone",
                "mark it @deprecated first, and remove it when no program uses it");
    }

    private void constants(ContractPackage before, ContractPackage now) {
        Map<QualifiedName, Constant> known = new HashMap<>();
        now.constants().forEach(each -> known.put(each.name(), each));
        for (Constant old : before.constants()) {
            Optional.ofNullable(known.get(old.name())).ifPresent(each -> {
                Place inner = places.of(old.name(), old, each);
                CONSTANTS.check(new ConstantPair(old, each, inner), findings);
            });
        }
    }
}
