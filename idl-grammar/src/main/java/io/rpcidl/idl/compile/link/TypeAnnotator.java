package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.AnnotatedType;
import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.annotation.ConstraintReader;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds to a type what the annotations behind it say. Whether they fit the type is known, and checked, when all newtypes are
 * linked.
 */
final class TypeAnnotator {

    private final DiagnosticSink sink;

    TypeAnnotator(DiagnosticSink sink) {
        this.sink = sink;
    }

    TypeRef annotate(TypeRef type, AnnotatedType place) {
        List<Annotation> annotations = place.annotations();
        TypeRef plain = form(type.plain(), annotations);
        List<Constraint> constraints = new ArrayList<>();
        if (type instanceof TypeRef.Constrained constrained) {
            constraints.addAll(constrained.constraints());
        }
        Set<String> seen = new HashSet<>();
        for (Annotation annotation : annotations) {
            Optional<Constraint> constraint = ConstraintReader.constraint(annotation);
            boolean ofList = place.variadic() && constraint.orElse(null) instanceof Constraint.Size;
            // A second one of the same name is refused as such.
            if (constraint.isPresent() && !ofList && seen.add(annotation.name().text())) {
                add(constraint.get(), annotation, constraints);
            }
        }
        return constraints.isEmpty() ? plain : new TypeRef.Constrained(plain, constraints);
    }

    private void add(Constraint constraint, Annotation annotation, List<Constraint> constraints) {
        Optional<Constraint> same = constraints.stream()
                .filter(each -> each.getClass() == constraint.getClass())
                .findFirst();
        if (same.isEmpty()) {
            constraints.add(constraint);
            return;
        }
        String message = "the type has '" + same.get() + "' already, through its alias";
        sink.add(Diagnostic.of(Code.CONSTRAINT_TWICE, annotation.span(), message)
                .withHelp("an alias stands for its type with all constraints; use the type itself, or a newtype"));
    }

    private static TypeRef form(TypeRef plain, List<Annotation> annotations) {
        if (plain == Builtin.INT64 && BuiltinAnnotation.ENCODE.isAmong(annotations)) {
            return new TypeRef.Encoded(Builtin.INT64);
        }
        return plain instanceof TypeRef.MapOf map && BuiltinAnnotation.ENTRIES.isAmong(annotations)
                ? new TypeRef.MapOf(map.key(), map.value(), true)
                : plain;
    }
}
