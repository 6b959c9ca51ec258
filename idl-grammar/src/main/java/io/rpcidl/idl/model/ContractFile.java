package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * One file of a contract.
 *
 * @param packageName the package that it names
 * @param span where it does so; its file is this file
 * @param imports the packages that it imports, each once, in order of name
 * @param allowances the lint rules that are off in this file: those of {@code option lint.allow}
 * @param breakingAllowances the breaking changes that are accepted in the package: those of {@code option breaking.allow}
 */
public record ContractFile(
        String packageName,
        Span span,
        List<String> imports,
        List<FileAllowance> allowances,
        List<FileAllowance> breakingAllowances) {

    /** Copies the lists. */
    public ContractFile {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(span, "span");
        imports = List.copyOf(imports);
        allowances = List.copyOf(allowances);
        breakingAllowances = List.copyOf(breakingAllowances);
    }

    /**
     * A finding that is accepted in a whole file or package.
     *
     * @param code its code, such as {@code RI1004}
     * @param span where the code stands
     */
    public record FileAllowance(String code, Span span) {}
}
