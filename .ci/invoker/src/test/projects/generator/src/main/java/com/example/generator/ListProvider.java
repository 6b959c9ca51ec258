package com.example.generator;

import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.GeneratorProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A list of all packages in one file; the option {@code title} stands above it. */
public final class ListProvider implements GeneratorProvider {

    @Override
    public String target() {
        return "list";
    }

    @Override
    public Generator generator(Map<String, String> options) {
        if (!List.of("title").containsAll(options.keySet())) {
            throw new IllegalArgumentException("the generator of 'list' knows the option title, given: " + options.keySet());
        }
        return (schema, packages) -> {
            String text = packages.stream().map(each -> each.name() + "\n").collect(Collectors.joining());
            return new Generation(
                    List.of(new GeneratedFile("list.txt", options.getOrDefault("title", "Packages") + "\n" + text)), List.of());
        };
    }
}
