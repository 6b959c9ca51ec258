package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes through two contracts: packages, then types, then services. */
final class Comparison {

    private static final RuleSet<RenamedType> RENAMES = new RuleSet<>(List.of(new RenamedTypes(), new RenamedErrors()));

    private final Schema before;
    private final Schema after;
    private final Set<String> libraries;
    private final Findings findings;
    private final Types types;
    private final FieldComparison fields;
    private final PackagePlaces places;

    Comparison(Schema before, Schema after, Set<String> libraries, Findings findings) {
        this.before = before;
        this.after = after;
        this.libraries = libraries;
        this.findings = findings;
        this.types = new Types(before, after);
        this.fields = new FieldComparison(types, findings);
        this.places = new PackagePlaces(before, after);
    }

    void run() {
        PackageComparison comparison = new PackageComparison(after, types.pairs(), places, findings);
        before.packages().stream()
                .filter(each -> !libraries.contains(each.name()))
                .forEach(comparison::compare);
        compareTypes();
        compareServices();
    }

    private void compareTypes() {
        TypeComparison comparison = new TypeComparison(before, after, fields, findings);
        Map<QualifiedName, TypeDeclaration> now = Declarations.of(after).types();
        Set<String> names =
                after.packages().stream().map(ContractPackage::name).collect(Collectors.toUnmodifiableSet());
        for (TypeDeclaration old : Declarations.of(before).types().values()) {
            TypeDeclaration type = types.pairs().of(old.name()).map(now::get).orElse(null);
            if (type != null && isOwn(old.name())) {
                Place place = places.of(type.name(), old, type);
                RENAMES.check(new RenamedType(old, type, names, place), findings);
                comparison.compare(old, type, place);
            }
        }
    }

    private void compareServices() {
        ServicePairs pairs = new ServicePairs(before, after);
        ServiceComparison comparison = new ServiceComparison(pairs, types.pairs(), fields, findings);
        for (Matching.Both<Service> each : pairs.matching().kept()) {
            Service old = each.before().of();
            Service now = each.after().of();
            if (isOwn(old.name())) {
                comparison.compare(old, now, places.of(now.name(), old, now));
            }
        }
        pairs.matching().removed().stream()
                .filter(each -> isOwn(each.of().name()))
                .forEach(each -> reportRemoved(each.of()));
    }

    private boolean isOwn(QualifiedName name) {
        return !libraries.contains(name.packageName());
    }

    private void reportRemoved(Service service) {
        String name = service.name().simpleName();
        findings.add(
                Code.SERVICE_REMOVED,
                places.without(service, service.name()),
                "the service '" + name + "' is gone, and old clients call it as '" + service.wireName() + "'",
                "keep it and mark it @deprecated; under another name, give it @wire(\"" + service.wireName() + "\")");
    }
}
