package io.rpcidl.idl.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a kind of name is written. */
enum Naming {
    PASCAL_CASE("PascalCase", "[A-Z][A-Za-z0-9]*") {
        @Override
        String of(Words words) {
            return words.pascalCase();
        }
    },
    CAMEL_CASE("camelCase", "[a-z][A-Za-z0-9]*") {
        @Override
        String of(Words words) {
            return words.camelCase();
        }
    },
    UPPER_SNAKE_CASE("UPPER_SNAKE_CASE", "[A-Z][A-Z0-9]*(_[A-Z0-9]+)*") {
        @Override
        String of(Words words) {
            return words.upperSnakeCase();
        }
    };

    private final String title;
    private final Pattern pattern;

    Naming(String title, String pattern) {
        this.title = title;
        this.pattern = Pattern.compile(pattern);
    }

    /** Returns words written this way. */
    abstract String of(Words words);

    /** Returns whether a name is written this way; how it writes acronyms is its own business. */
    boolean fits(String name) {
        return pattern.matcher(name).matches();
    }

    /** Reports those of some names that are not written this way. */
    void check(Stream<Label> labels, Findings findings) {
        labels.filter(label -> !fits(label.name()))
                .forEach(label -> findings.report(
                        label.place(), label.title() + " is not in " + title, label.rename(of(label.words()))));
    }
}
