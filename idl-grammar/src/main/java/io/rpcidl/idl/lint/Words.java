package io.rpcidl.idl.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a name, in lower case: {@code productID}, {@code product_id} and {@code PRODUCT_ID} are all
 * {@code product, id}, and {@code HTTPServer} is {@code http, server}.
 */
record Words(List<String> list) {

    /** Before a capital behind a small letter; before the last capital of an acronym, unless only a plural s follows. */
    private static final Pattern BOUNDARY =
            Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])");

    static Words of(String name) {
        return new Words(Arrays.stream(BOUNDARY.split(name))
                .filter(each -> !each.isEmpty())
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList());
    }

    String first() {
        return list.get(0);
    }

    String last() {
        return list.get(list.size() - 1);
    }

    int size() {
        return list.size();
    }

    /** Returns whether it begins with all words of another name and goes on behind them. */
    boolean extend(Words start) {
        return size() > start.size() && list.subList(0, start.size()).equals(start.list);
    }

    /** Returns what follows the first words. */
    Words after(int count) {
        return new Words(list.subList(count, size()));
    }

    /** Returns the first words. */
    Words before(int count) {
        return new Words(list.subList(0, count));
    }

    /** Returns whether they end in a word. */
    boolean endWith(String word) {
        return last().equals(word);
    }

    /** Returns whether there is nothing in them but the word id. */
    boolean isId() {
        return size() == 1 && first().equals("id");
    }

    /** Returns {@code fooBar}. */
    String camelCase() {
        String pascal = pascalCase();
        return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    }

    /** Returns {@code FooBar}. */
    String pascalCase() {
        return list.stream()
                .map(each -> each.substring(0, 1).toUpperCase(Locale.ROOT) + each.substring(1))
                .collect(Collectors.joining());
    }

    /** Returns {@code FOO_BAR}. */
    String upperSnakeCase() {
        return String.join("_", list).toUpperCase(Locale.ROOT);
    }
}
