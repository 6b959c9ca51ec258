package io.rpcidl.idl.compile.annotation;

import static io.rpcidl.idl.ast.Target.ALIAS;
import static io.rpcidl.idl.ast.Target.CONST;
import static io.rpcidl.idl.ast.Target.ENUM;
import static io.rpcidl.idl.ast.Target.ENUM_MEMBER;
import static io.rpcidl.idl.ast.Target.ERROR;
import static io.rpcidl.idl.ast.Target.FIELD;
import static io.rpcidl.idl.ast.Target.METHOD;
import static io.rpcidl.idl.ast.Target.NEWTYPE;
import static io.rpcidl.idl.ast.Target.NEWTYPE_TYPE;
import static io.rpcidl.idl.ast.Target.PARAMETER;
import static io.rpcidl.idl.ast.Target.RESULT;
import static io.rpcidl.idl.ast.Target.SERVICE;
import static io.rpcidl.idl.ast.Target.STRUCT;
import static io.rpcidl.idl.ast.Target.TYPE;
import static io.rpcidl.idl.ast.Target.UNION;
import static io.rpcidl.idl.ast.Target.UNION_MEMBER;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.Target;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all annotations: name, arguments, an example, and the places where each belongs. */
public enum BuiltinAnnotation {
    WIRE("wire", ArgumentForm.NAME, "@wire(\"name\")", Places.NAMED_ON_THE_WIRE),
    ALIAS_NAMES("alias", ArgumentForm.NAMES, "@alias(\"oldName\")", Places.READ_BY_NAME),
    DEPRECATED("deprecated", ArgumentForm.REASON, "@deprecated(\"use the other one\")", Places.DOCUMENTED),
    LENGTH("length", ArgumentForm.COUNT, "@length(1..200)", Places.TYPED),
    SIZE("size", ArgumentForm.COUNT, "@size(..100)", Places.TYPED),
    RANGE("range", ArgumentForm.RANGE, "@range(0..100)", Places.TYPED),
    PATTERN("pattern", ArgumentForm.TEXT, "@pattern(\"[A-Z]{3}-[0-9]+\")", Places.TYPED),
    ENCODE("encode", ArgumentForm.ENCODING, "@encode(\"string\")", Places.TYPED),
    ENTRIES("entries", ArgumentForm.NONE, "@entries", Places.TYPED),
    TRISTATE("tristate", ArgumentForm.NONE, "@tristate", Set.of(FIELD)),
    SENSITIVE(
            "sensitive",
            ArgumentForm.NONE,
            "@sensitive",
            Set.of(FIELD, PARAMETER, UNION_MEMBER, NEWTYPE, NEWTYPE_TYPE)),
    READONLY("readonly", ArgumentForm.NONE, "@readonly", Set.of(METHOD)),
    IDEMPOTENT("idempotent", ArgumentForm.KEY, "@idempotent(key = \"token\")", Set.of(METHOD)),
    TIMEOUT("timeout", ArgumentForm.TEXT, "@timeout(\"PT2S\")", Set.of(METHOD)),
    POSITIONAL("positional", ArgumentForm.NONE, "@positional", Set.of(METHOD)),
    NONBLOCKING("nonblocking", ArgumentForm.NONE, "@nonblocking", Set.of(METHOD)),
    EXAMPLE("example", ArgumentForm.EXAMPLE, "@example({id: \"ABC-1\"})", Set.of(STRUCT, ENUM, UNION, NEWTYPE, METHOD)),
    BREAKING_ALLOW(
            "breaking.allow",
            ArgumentForm.ALLOWANCE,
            "@breaking.allow(\"RI2004\", \"no one uses it\")",
            Places.DOCUMENTED),
    LINT_ALLOW(
            "lint.allow",
            ArgumentForm.ALLOWANCE,
            "@lint.allow(\"RI1041\", \"bounded by the server\")",
            Places.DOCUMENTED);

    private static final Map<String, BuiltinAnnotation> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(BuiltinAnnotation::word, Function.identity()));

    private final String word;
    private final ArgumentForm form;
    private final String example;
    private final Set<Target> targets;

    BuiltinAnnotation(String word, ArgumentForm form, String example, Set<Target> targets) {
        this.word = word;
        this.form = form;
        this.example = example;
        this.targets = Set.copyOf(targets);
    }

    /** Returns the annotation of a name, if it is one of the language's. */
    public static Optional<BuiltinAnnotation> of(Annotation annotation) {
        return Optional.ofNullable(BY_NAME.get(annotation.name().text()));
    }

    /** Returns the names of all, in order. */
    public static Stream<String> words() {
        return BY_NAME.keySet().stream().sorted();
    }

    /** Returns its name without {@code @}. */
    public String word() {
        return word;
    }

    /** Returns how it may look. */
    public String example() {
        return example;
    }

    /** Returns whether it belongs to a target. */
    public boolean belongsTo(Target target) {
        return targets.contains(target);
    }

    /** Returns whether it belongs to a declaration. */
    public boolean belongsTo(Declaration declaration) {
        return belongsTo(Target.of(declaration));
    }

    /** Returns what it belongs to, in words. */
    public String belongs() {
        if (targets.equals(Places.TYPED)) {
            return "it belongs behind a type";
        }
        if (targets.equals(Places.DOCUMENTED)) {
            return "it belongs to a declaration, a field, a parameter, a member or a method";
        }
        List<String> phrases = EnumSet.copyOf(targets).stream()
                .filter(target -> target != NEWTYPE_TYPE)
                .map(Target::phrase)
                .toList();
        String last = phrases.get(phrases.size() - 1);
        return "it belongs to "
                + (phrases.size() == 1
                        ? last
                        : String.join(", ", phrases.subList(0, phrases.size() - 1)) + " or " + last);
    }

    /** Returns whether it may stand several times in one place. */
    public boolean repeatable() {
        return this == EXAMPLE || this == BREAKING_ALLOW || this == LINT_ALLOW;
    }

    /** Returns what is wrong with its arguments, the first mistake only. */
    public Optional<ArgumentMistake> mistake(Annotation annotation) {
        return form.mistake(annotation);
    }

    /** Returns the first annotation of this kind whose arguments have no mistake. */
    public Optional<Annotation> find(List<Annotation> annotations) {
        return all(annotations).findFirst();
    }

    /** Returns the annotations of this kind whose arguments have no mistake. */
    public Stream<Annotation> all(List<Annotation> annotations) {
        if (annotations.isEmpty()) {
            return Stream.empty(); // nearly all places
        }
        return annotations.stream()
                .filter(each -> each.name().text().equals(word) && mistake(each).isEmpty());
    }

    /** Returns whether there is one of this kind. */
    public boolean isAmong(List<Annotation> annotations) {
        return !annotations.isEmpty() && find(annotations).isPresent();
    }

    /** Sets of targets that several annotations have. */
    private static final class Places {

        private static final Set<Target> NAMED_ON_THE_WIRE =
                Set.of(FIELD, PARAMETER, ENUM_MEMBER, UNION_MEMBER, SERVICE, METHOD);
        private static final Set<Target> READ_BY_NAME = Set.of(FIELD, PARAMETER, ENUM_MEMBER, UNION_MEMBER);
        private static final Set<Target> TYPED = Set.of(FIELD, PARAMETER, UNION_MEMBER, RESULT, NEWTYPE_TYPE, TYPE);
        private static final Set<Target> DOCUMENTED = Set.of(
                STRUCT,
                ERROR,
                ENUM,
                UNION,
                NEWTYPE,
                ALIAS,
                CONST,
                SERVICE,
                FIELD,
                PARAMETER,
                ENUM_MEMBER,
                UNION_MEMBER,
                METHOD);
    }
}
