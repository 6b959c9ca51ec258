package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotatedType;
import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.NumberRange;
import io.rpcidl.idl.compile.link.Symbol;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;
import java.util.Optional;
import java.util.Set;

/** What an annotation says of a type can be said of that type; a newtype is what it is made of. */
final class TypeAnnotations implements Rule {

    private static final Set<BuiltinAnnotation> OF_TYPES = Set.of(
            BuiltinAnnotation.LENGTH,
            BuiltinAnnotation.SIZE,
            BuiltinAnnotation.RANGE,
            BuiltinAnnotation.PATTERN,
            BuiltinAnnotation.ENCODE,
            BuiltinAnnotation.ENTRIES);

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().forEach(declaration -> {
            Traversal.allAnnotatedTypes(declaration).forEach(type -> checkType(type, contract, sink));
            checkPayloads(declaration, sink);
        });
    }

    /** A member of a union without payload has no type. */
    private static void checkPayloads(Declaration declaration, DiagnosticSink sink) {
        if (declaration instanceof UnionDeclaration union) {
            union.members().stream()
                    .filter(member -> member.type().isEmpty())
                    .forEach(member -> member.annotations().stream()
                            .filter(each -> of(each).isPresent())
                            .forEach(each -> sink.add(
                                    Code.ANNOTATION_TYPE,
                                    each.span(),
                                    "'@" + each.name() + "' follows no type: '" + member.name() + "' has no payload")));
        }
    }

    private static Optional<BuiltinAnnotation> of(Annotation annotation) {
        return BuiltinAnnotation.of(annotation).filter(OF_TYPES::contains);
    }

    private static void checkType(AnnotatedType place, LinkedContract contract, DiagnosticSink sink) {
        Optional<TypeRef> type = contract.links().type(place.type()).map(TypeRef::plain);
        if (type.isEmpty()) {
            return;
        }
        Optional<TypeRef> last = underlying(type.get(), contract);
        for (Annotation annotation : place.annotations()) {
            Optional<BuiltinAnnotation> kind =
                    of(annotation).filter(each -> each.mistake(annotation).isEmpty());
            boolean ofList = place.variadic() && kind.equals(Optional.of(BuiltinAnnotation.SIZE));
            if (kind.isPresent() && last.isPresent() && !ofList) {
                TypeRef checked = ofForm(kind.get()) ? type.get() : last.get();
                if (fits(kind.get(), checked)) {
                    BoundsCheck.check(kind.get(), annotation, checked, sink);
                } else {
                    report(annotation, kind.get(), type.get(), last.get(), sink);
                }
            } else if (kind.isPresent() && ofList) {
                BoundsCheck.check(kind.get(), annotation, Builtin.BYTES, sink);
            }
        }
    }

    /** Returns what a type is made of in the end, behind all newtypes; nothing if that was reported. */
    static Optional<TypeRef> underlying(TypeRef type, LinkedContract contract) {
        if (type instanceof TypeRef.Named named
                && contract.table().find(named.name()).map(Symbol::declaration).orElse(null)
                        instanceof NewtypeDeclaration newtype) {
            return contract.links().underlying(newtype);
        }
        return Optional.of(type);
    }

    /** Whether it says how a type is written, which belongs to the type itself and not to a newtype of it. */
    private static boolean ofForm(BuiltinAnnotation kind) {
        return kind == BuiltinAnnotation.ENCODE || kind == BuiltinAnnotation.ENTRIES;
    }

    private static boolean fits(BuiltinAnnotation kind, TypeRef type) {
        return switch (kind) {
            case LENGTH, PATTERN -> type == Builtin.STRING;
            case SIZE -> type == Builtin.BYTES || isContainer(type);
            case RANGE ->
                type instanceof TypeRef.Encoded || type instanceof Builtin number && NumberRange.isNumber(number);
            case ENCODE -> type instanceof TypeRef.Encoded;
            default -> type instanceof TypeRef.MapOf;
        };
    }

    private static boolean isContainer(TypeRef type) {
        return type instanceof TypeRef.ListOf || type instanceof TypeRef.SetOf || type instanceof TypeRef.MapOf;
    }

    private static void report(
            Annotation annotation, BuiltinAnnotation kind, TypeRef type, TypeRef last, DiagnosticSink sink) {
        String made = type.equals(last) ? "" : ", which is made of '" + last + "'";
        String message = "'@" + kind.word() + "' does not fit type '" + type + "'" + made;
        sink.add(Diagnostic.of(Code.ANNOTATION_TYPE, annotation.span(), message).withHelp(help(kind, last)));
    }

    private static String help(BuiltinAnnotation kind, TypeRef last) {
        String instead = "";
        if (kind == BuiltinAnnotation.LENGTH || kind == BuiltinAnnotation.SIZE || kind == BuiltinAnnotation.RANGE) {
            instead = last == Builtin.STRING ? "; use @length" : "";
            instead = fits(BuiltinAnnotation.SIZE, last) ? "; use @size" : instead;
            instead = fits(BuiltinAnnotation.RANGE, last) ? "; use @range" : instead;
        }
        return switch (kind) {
            case LENGTH -> "it limits the characters of a string" + instead;
            case PATTERN -> "it belongs to a string";
            case SIZE -> "it limits the elements of a list, a set or a map, or the bytes of bytes" + instead;
            case RANGE -> "it limits int32, int64, bigint, float32, float64 or decimal" + instead;
            case ENCODE -> "it belongs to int64 itself";
            default -> "it belongs to a map itself";
        };
    }
}
