package io.rpcidl.cli.call;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.source.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A contract that is known, as text and, if it has no errors, as what that means. Immutable. */
public final class Contract {

    /** Nothing is known. */
    public static final Contract NONE = of(List.of());

    /**
     * A method, and the service that declares it: one that is called, or one that this extends.
     *
     * @param signature in one line, as the author wrote it
     */
    public record Declared(QualifiedName service, Method method, String signature) {}

    private final List<SourceFile> files;
    private final Optional<Schema> schema;
    private final Set<String> packages;
    private final DeclarationTexts texts;

    private Contract(List<SourceFile> files, Optional<Schema> schema, Set<String> packages) {
        this.files =
                files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
        this.schema = schema;
        this.packages = packages;
        this.texts = new DeclarationTexts(this.files);
    }

    /** Compiles files, which are all that there is. */
    public static Contract of(List<SourceFile> files) {
        Compilation compilation = Compiler.compile(files);
        return new Contract(files, compilation.schema(), compilation.own());
    }

    /** Makes a contract of files that were compiled without an error. */
    public static Contract of(Schema schema) {
        List<SourceFile> files = schema.files().stream()
                .map(each -> each.span().file())
                .distinct()
                .toList();
        return new Contract(files, Optional.of(schema), Set.of());
    }

    /** Returns all files, in order of path. */
    public List<SourceFile> files() {
        return files;
    }

    /** Returns what it means, if it has no errors. */
    public Optional<Schema> schema() {
        return schema;
    }

    /** Returns the names of its packages. */
    public Set<String> packages() {
        return packages;
    }

    /** Returns its declarations as they were written. */
    public DeclarationTexts texts() {
        return texts;
    }

    /** Returns the names on the wire of all its services. */
    public List<String> services() {
        return allServices().map(Service::wireName).toList();
    }

    /** Returns the service of a name on the wire. */
    public Optional<Service> service(String wireName) {
        return allServices().filter(each -> each.wireName().equals(wireName)).findFirst();
    }

    /** Returns the method of a service; its name is that on the wire or in the contract. */
    public Optional<Declared> method(String service, String name) {
        List<Declared> all = methods(service);
        return all.stream()
                .filter(each -> each.method().wireName().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.method().name().equals(name))
                        .findFirst());
    }

    /** Returns all methods of a service, inherited ones first. */
    public List<Declared> methods(String service) {
        return schema.flatMap(known -> service(service)
                        .map(found -> known.methods(found).stream()
                                .map(each -> declared(known, each))
                                .toList()))
                .orElse(List.of());
    }

    private Declared declared(Schema known, Method method) {
        QualifiedName declaring = known.packages().stream()
                .flatMap(each -> each.services().stream())
                .filter(each ->
                        each.methods().stream().anyMatch(own -> own.span().equals(method.span())))
                .map(Service::name)
                .findFirst()
                .orElseThrow();
        return new Declared(
                declaring, method, texts.signature(declaring, method.name()).orElse(method.name()));
    }

    private Stream<Service> allServices() {
        return schema.stream().flatMap(known -> known.packages().stream()).flatMap(each -> each.services().stream());
    }
}
