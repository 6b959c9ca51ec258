package io.rpcidl.cli.generated;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A contract as large as Java takes it.
 *
 * @param name what is large about it
 * @param text the contract; its package is {@code large}
 * @param type the type to be read and written, if there is one
 * @param json such a value, with single quotes
 */
record LargeContract(String name, String text, String type, String json) {

    private static final String PACKAGE = "package large;\nstruct Part { id: int32; }\n";

    static LargeContract struct(int count, String type, String value) {
        return fields("struct S", count, i -> "f" + i + ": " + type + ";", i -> "'f" + i + "':" + value);
    }

    static LargeContract error(int count, String type, String value) {
        LargeContract struct = struct(count, type, value);
        String text = struct.text().replace("struct S {", "error S (NOT_FOUND) {");
        return new LargeContract(struct.name().replace("struct S", "error S"), text, "S", struct.json());
    }

    static LargeContract fields(String owner, int count, IntFunction<String> field, IntFunction<String> member) {
        String text = PACKAGE + owner + " {\n" + each(count, "\n", field) + "\n}\n";
        return new LargeContract(
                owner + " of " + count + " × " + field.apply(0), text, "S", "{" + each(count, ",", member) + "}");
    }

    static LargeContract enumeration(String kind, int count) {
        String text = PACKAGE + kind + " S { " + each(count, ", ", i -> "M" + i) + " }\n";
        return new LargeContract(kind + " of " + count, text, "S", "'M" + (count - 1) + "'");
    }

    static LargeContract union(String kind, int count, String member) {
        String text = PACKAGE + kind + " S {\n" + each(count, "\n", i -> member.replace("#", "" + i)) + "\n}\n";
        String json = "{'m" + (count - 1) + "':" + (member.contains(":") ? "{'id':1}" : "{}") + "}";
        return new LargeContract(kind + " of " + count + " × " + member, text, "S", json);
    }

    static LargeContract service(int count, String method) {
        String text = PACKAGE + "error E0 {}\nerror E1 {}\nerror E2 {}\nservice Big {\n"
                + each(count, "\n", i -> method.replace("#", "" + i)) + "\n}\n";
        return new LargeContract("service of " + count + " × " + method, text, "", "");
    }

    static LargeContract declarations(String name, String text) {
        return new LargeContract(name, PACKAGE + text, "", "");
    }

    /** Returns some texts, numbered from 0, as one. */
    static String each(int count, String between, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(between));
    }

    @Override
    public String toString() {
        return name;
    }
}
