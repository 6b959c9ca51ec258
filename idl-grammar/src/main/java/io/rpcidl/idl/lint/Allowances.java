package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a contract lets pass, and which of it was needed. For one run. */
final class Allowances {

    /** An allowance of a declaration, a member or a file: the code that it lets pass, and where it stands. */
    record Entry(String code, Span span) {}

    private final Set<String> codes;
    private final List<Entry> all = new ArrayList<>();
    private final Set<Entry> used = new HashSet<>();
    private final Map<SourceFile, List<Entry>> ofFiles = new HashMap<>();
    private final Map<Span, List<Entry>> ofNames = new HashMap<>();

    /**
     * @param codes those of the rules that are on: nothing can be said of the others
     */
    Allowances(Contract contract, Set<String> codes) {
        this.codes = codes;
        contract.schema()
                .files()
                .forEach(file -> file.allowances()
                        .forEach(each -> add(
                                ofFiles.computeIfAbsent(each.span().file(), key -> new ArrayList<>()),
                                each.code(),
                                each.span())));
        contract.scopes().forEach(scope -> {
            List<Entry> entries = new ArrayList<>();
            scope.noted().notes().allowances().forEach(each -> add(entries, each.code(), each.span()));
            scope.within().ifPresent(outer -> entries.addAll(ofNames.getOrDefault(outer.span(), List.of())));
            ofNames.put(scope.noted().span(), entries);
        });
    }

    private void add(List<Entry> entries, String code, Span span) {
        if (codes.contains(code)) {
            Entry entry = new Entry(code, span);
            entries.add(entry);
            all.add(entry);
        }
    }

    /** Returns whether a finding is allowed, by the innermost of the allowances around it. */
    boolean cover(Diagnostic finding) {
        Optional<Entry> covering = first(ofNames.get(finding.span()), finding)
                .or(() -> first(ofFiles.get(finding.span().file()), finding));
        covering.ifPresent(used::add);
        return covering.isPresent();
    }

    /** Returns the allowances that have covered nothing yet, in no promised order. */
    List<Entry> unused() {
        return all.stream().filter(each -> !used.contains(each)).toList();
    }

    private static Optional<Entry> first(List<Entry> entries, Diagnostic finding) {
        return entries == null
                ? Optional.empty()
                : entries.stream()
                        .filter(each -> each.code().equals(finding.code().id()))
                        .findFirst();
    }
}
