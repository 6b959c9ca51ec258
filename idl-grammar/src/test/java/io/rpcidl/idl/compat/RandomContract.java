package io.rpcidl.idl.compat;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A contract as lines of text that can be edited at random; the same seed gives the same contract. */
final class RandomContract {

    private static final List<String> SCALARS =
            List.of("bool", "int32", "int64", "float64", "decimal", "string", "bytes", "timestamp", "uuid", "any");

    /** One declaration: its first line, then its members, each on a line of its own. */
    static final class Block {
        final String kind;
        final String name;
        final List<String> members = new ArrayList<>();
        int file;

        Block(String kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        Block copy() {
            Block copy = new Block(kind, name);
            copy.members.addAll(members);
            copy.file = file;
            return copy;
        }

        private String text() {
            String separator = kind.endsWith("enum") ? "," : ";";
            return members.stream()
                    .map(each -> "  " + each + separator + "\n")
                    .collect(Collectors.joining("", kind + " " + name + " {\n", "}\n"));
        }
    }

    final List<Block> blocks = new ArrayList<>();
    private int fresh;

    /** Makes a contract of some structs, enums, unions, errors and services that use each other. */
    static RandomContract of(Random random, int size) {
        RandomContract contract = new RandomContract();
        for (int i = 0; i < size; i++) {
            Block error = contract.add("error", "Failure" + i);
            IntStream.range(0, 3).forEach(j -> error.members.add(contract.field(j, random)));
            Block stock = contract.add(i % 2 == 0 ? "enum" : "closed enum", "Stock" + i);
            IntStream.range(0, 4).forEach(j -> stock.members.add("VALUE_" + j));
            Block struct = contract.add("struct", "Thing" + i);
            IntStream.range(0, 8).forEach(j -> struct.members.add(contract.field(j, random)));
            Block union = contract.add(i % 2 == 0 ? "union" : "closed union", "Choice" + i);
            IntStream.range(0, 3).forEach(j -> union.members.add("case" + j + ": " + contract.type(random)));
            union.members.add("nothing");
            Block service = contract.add("service", "Service" + i);
            for (int j = 0; j < 4; j++) {
                service.members.add("call" + j + "(first: " + contract.type(random) + ", second: "
                        + contract.type(random) + "?): " + contract.type(random) + " throws Failure" + i);
            }
        }
        return contract;
    }

    RandomContract copy() {
        RandomContract copy = new RandomContract();
        blocks.forEach(each -> copy.blocks.add(each.copy()));
        copy.fresh = fresh + 1_000_000;
        return copy;
    }

    Block add(String kind, String name) {
        Block block = new Block(kind, name);
        blocks.add(block);
        return block;
    }

    /** Returns a name that is nowhere else. */
    String name(String start) {
        return start + "New" + fresh++;
    }

    Block any(Random random, Predicate<Block> wanted) {
        List<Block> found = blocks.stream().filter(wanted).toList();
        return found.get(random.nextInt(found.size()));
    }

    void shuffle(Random random) {
        Collections.shuffle(blocks, random);
        blocks.forEach(each -> Collections.shuffle(each.members, random));
        blocks.forEach(each -> each.file = random.nextInt(3));
    }

    /** Returns a type that is there, but not the last one: a type that is being made does not contain itself. */
    String type(Random random) {
        Block last = blocks.get(blocks.size() - 1);
        String inner = random.nextInt(3) > 0 || blocks.size() < 2
                ? SCALARS.get(random.nextInt(SCALARS.size()))
                : any(random, each -> each != last && !each.kind.equals("service")).name;
        return switch (random.nextInt(6)) {
            case 0 -> "list<" + inner + ">";
            case 1 -> "map<string, " + inner + ">";
            default -> inner;
        };
    }

    private String field(int index, Random random) {
        String name = "field" + index + ": ";
        return switch (index % 4) {
            case 0 -> name + "string";
            case 1 -> name + type(random) + "?";
            case 2 -> name + "int32 = " + random.nextInt(100);
            default -> name + type(random);
        };
    }

    Schema compile() {
        List<SourceFile> files = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            int wanted = file;
            String text = blocks.stream()
                    .filter(each -> each.file == wanted)
                    .map(Block::text)
                    .collect(Collectors.joining("", "package shop.v1;\n", ""));
            files.add(new SourceFile("file" + file + ".rpcidl", text));
        }
        Compilation compilation = Compiler.compile(files);
        return compilation.schema().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }
}
