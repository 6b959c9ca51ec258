package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.ContractFile;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where the text of a service's contract stands, and that of all it imports, so that a program can show what it serves.
 */
final class ContractTexts {

    /** A contract of more files is not shown: a method of Java has 64 KiB. */
    private static final int FILES = 1_000;

    private ContractTexts() {}

    /** Returns calls that add each package to a definition, the service's own first; none if the schema has no files. */
    static CodeBlock of(Service service, ServiceNames names, Schema schema) {
        Map<String, List<ContractFile>> byPackage = schema.files().stream()
                .collect(Collectors.groupingBy(ContractFile::packageName, TreeMap::new, Collectors.toList()));
        TreeSet<String> reached = new TreeSet<>();
        String own = service.name().packageName();
        Deque<String> open = new ArrayDeque<>(List.of(own));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (byPackage.containsKey(name) && reached.add(name)) {
                byPackage.get(name).forEach(file -> open.addAll(file.imports()));
            }
        }
        CodeBlock.Builder calls = CodeBlock.builder();
        if (reached.stream().mapToInt(name -> byPackage.get(name).size()).sum() > FILES) {
            return calls.build();
        }
        if (reached.remove(own)) {
            calls.add(call(names, own, byPackage.get(own)));
        }
        reached.forEach(name -> calls.add(call(names, name, byPackage.get(name))));
        return calls.build();
    }

    private static CodeBlock call(ServiceNames names, String packageName, List<ContractFile> files) {
        CodeBlock paths = files.stream()
                .map(file -> StringLiterals.of(file.span().file().path()))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("\n.contract($T.class, $L, $L)", names.machinery(), StringLiterals.of(packageName), paths);
    }
}
