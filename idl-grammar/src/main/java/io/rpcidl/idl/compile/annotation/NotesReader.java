package io.rpcidl.idl.compile.annotation;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.model.Allowance;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes notes of doc comments and annotations. */
public final class NotesReader {

    private final Function<Literal, Optional<Value>> values;

    /**
     * Makes a reader.
     *
     * @param values what the literals of examples mean
     */
    public NotesReader(Function<Literal, Optional<Value>> values) {
        this.values = values;
    }

    /** Returns the notes of what has a doc comment, perhaps empty, and annotations. */
    public Notes notes(String doc, List<Annotation> annotations) {
        Optional<String> deprecated = BuiltinAnnotation.DEPRECATED
                .find(annotations)
                .map(found -> texts(found).map(TextLiteral::value).findFirst().orElse(""));
        List<Value> examples = BuiltinAnnotation.EXAMPLE
                .all(annotations)
                .flatMap(each -> each.arguments().stream())
                .filter(argument -> argument.key().isEmpty())
                .flatMap(argument -> argument.from().flatMap(values).stream())
                .toList();
        return new Notes(doc, deprecated, examples, allowances(annotations));
    }

    /** Returns the findings that annotations accept, in their order. */
    public static List<Allowance> allowances(List<Annotation> annotations) {
        List<Allowance> allowances = new ArrayList<>();
        for (Annotation each : annotations) {
            Optional<BuiltinAnnotation> kind = BuiltinAnnotation.of(each);
            boolean allows = kind.equals(Optional.of(BuiltinAnnotation.BREAKING_ALLOW))
                    || kind.equals(Optional.of(BuiltinAnnotation.LINT_ALLOW));
            if (allows && kind.get().mistake(each).isEmpty()) {
                List<String> texts = texts(each).map(TextLiteral::value).toList();
                allowances.add(new Allowance(texts.get(0), texts.get(1), each.span()));
            }
        }
        return allowances;
    }

    private static Stream<TextLiteral> texts(Annotation annotation) {
        return annotation.arguments().stream()
                .map(Argument::from)
                .flatMap(Optional::stream)
                .map(TextLiteral.class::cast);
    }
}
