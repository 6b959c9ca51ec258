package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * One file of a contract.
 *
 * @param packageName the package that it names
 * @param span where it does so; its file is this file
 * @param allowances the lint rules that are off in this file: those of {@code option lint.allow}
 */
public record ContractFile(String packageName, Span span, List<FileAllowance> allowances) {

    /** Copies the list. */
    public ContractFile {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(span, "span");
        allowances = List.copyOf(allowances);
    }

    /**
     * A lint rule that is off in a whole file.
     *
     * @param code the code of its findings, such as {@code RI1004}
     * @param span where the code stands
     */
    public record FileAllowance(String code, Span span) {}
}
