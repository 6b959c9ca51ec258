package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.ContractFile;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A schema the way rules look at it: everything of one kind, in the order of the schema. */
record Contract(Schema schema) {

    private <T> Stream<T> all(Function<ContractPackage, Stream<? extends T>> kind) {
        return schema.packages().stream().flatMap(kind);
    }

    Stream<TypeDeclaration> types() {
        return all(each -> each.types().stream());
    }

    <T extends TypeDeclaration> Stream<T> types(Class<T> kind) {
        return types().filter(kind::isInstance).map(kind::cast);
    }

    Stream<Service> services() {
        return all(each -> each.services().stream());
    }

    /** Returns the methods, each once: where it is declared. */
    Stream<Method> methods() {
        return services().flatMap(service -> service.methods().stream());
    }

    /** Returns all names. */
    Stream<Label> labels() {
        return all(Labels::of);
    }

    /** Returns all names of some kinds. */
    Stream<Label> labels(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return labels().filter(each -> wanted.contains(each.kind()));
    }

    /** Returns all places where types are used. */
    Stream<Use> uses() {
        return all(Uses::of);
    }

    /** Returns all places where declarations need each other. */
    Stream<Reference> references() {
        return all(Reference::of);
    }

    /** Returns the first place where a package is named, if the schema was made of files. */
    Optional<Span> place(String packageName) {
        return schema.files().stream()
                .filter(each -> each.packageName().equals(packageName))
                .map(ContractFile::span)
                .findFirst();
    }

    /** Returns the fields of a struct or an error, none for other types. */
    static List<Field> fields(TypeDeclaration type) {
        if (type instanceof Struct struct) {
            return struct.fields();
        }
        return type instanceof ErrorType error ? error.fields() : List.of();
    }

    /** Returns the parameters of a method, its stream last. */
    static Stream<Field> parameters(Method method) {
        return Stream.concat(method.parameters().stream(), method.requestStream().stream());
    }

    /** Returns everything that has a name, what is outside first. */
    Stream<Scope> scopes() {
        return Stream.of(
                        this.<Noted>all(each -> each.aliases().stream()).map(Scope::outer),
                        this.<Noted>all(each -> each.constants().stream()).map(Scope::outer),
                        types().flatMap(Scope::of),
                        services().flatMap(Scope::of))
                .flatMap(each -> each);
    }
}
