package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionType;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The classes of one package, and why some of them cannot be: two of one name, also if only upper and lower case differ,
 * as some file systems take those for one; a class that has the name of a package.
 */
final class TopLevelNames {

    private static final String CONSTANTS = "Constants";

    private final ContractPackage contract;
    private final Set<String> packages;
    private final Map<String, Owner> owners = new HashMap<>();
    private final Set<String> simpleNames = new TreeSet<>();
    private final List<Diagnostic> refusals = new ArrayList<>();

    /** Who a class is generated for. */
    private record Owner(String description, Span span) {}

    TopLevelNames(Schema schema, ContractPackage contract) {
        this.contract = contract;
        this.packages = schema.packages().stream()
                .map(ContractPackage::javaPackage)
                .flatMap(name -> withOuter(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        TypeMapper types = new TypeMapper(schema);
        for (TypeDeclaration type : contract.types()) {
            List<ClassName> classes = List.of(types.className(type.name()), types.codecName(type.name()));
            add(new Owner(kind(type) + " '" + type.name().simpleName() + "'", type.span()), classes);
        }
        for (Service service : contract.services()) {
            List<ClassName> classes = ServiceNames.of(service, types).all();
            add(new Owner("service '" + service.name().simpleName() + "'", service.span()), classes);
        }
    }

    /** Returns the class of the package's constants: where the contract has a type of that name it makes way. */
    ClassName constants() {
        boolean taken = owners.containsKey(CONSTANTS.toLowerCase(Locale.ROOT));
        return ClassName.get(contract.javaPackage(), taken ? CONSTANTS + "_" : CONSTANTS);
    }

    /** Returns whether one of the classes hides one of {@code java.lang} that generated code needs. */
    boolean hideJavaLang() {
        return simpleNames.stream().anyMatch(ReservedNames.JAVA_LANG::contains);
    }

    Collection<Diagnostic> refusals() {
        return refusals;
    }

    private void add(Owner owner, List<ClassName> classes) {
        boolean refused = false;
        for (ClassName each : classes) {
            simpleNames.add(each.simpleName());
            Owner other = owners.putIfAbsent(each.simpleName().toLowerCase(Locale.ROOT), owner);
            if (other != null && !refused) {
                Diagnostic refusal = refusal(owner, each, "as is one for " + other.description());
                refusals.add(refusal.withRelated(other.description() + " is declared here", other.span()));
                refused = true;
            }
            if (packages.contains(contract.javaPackage() + "." + each.simpleName())) {
                refusals.add(refusal(owner, each, "but that is also the name of a Java package"));
            } else if (ReservedNames.ROOT_PACKAGES.contains(each.simpleName())
                    || packages.contains(each.simpleName())) {
                refusals.add(refusal(owner, each, "and would hide the Java packages that begin with that name"));
            }
        }
    }

    private static Diagnostic refusal(Owner owner, ClassName name, String why) {
        String message = "for " + owner.description() + " the Java class '" + name.canonicalName() + "' is generated, ";
        return Diagnostic.of(Code.JAVA_CLASS_CLASH, owner.span(), message + why)
                .withHelp("rename " + owner.description() + ", or set 'option java.package'");
    }

    /** Returns a package and those that it stands in. */
    private static List<String> withOuter(String name) {
        List<String> names = new ArrayList<>();
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            names.add(name.substring(0, end));
        }
        return names;
    }

    private static String kind(TypeDeclaration type) {
        if (type instanceof UnionType) {
            return "union";
        }
        if (type instanceof Newtype) {
            return "newtype";
        }
        return type instanceof EnumType ? "enum" : type instanceof ErrorType ? "error" : "struct";
    }
}
