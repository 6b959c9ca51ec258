package io.rpcidl.codegen.java;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.GeneratorProvider;
import io.rpcidl.codegen.Generators;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Generates Java 17. Of each type: the type itself and its codec; of each service: what clients call, what servers
 * implement, and the machinery between. What users read stands apart from what only the runtime calls, whose names end
 * in {@code _}.
 */
public final class JavaGenerator implements Generator {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic refusal) -> refusal.span().file().name())
            .thenComparing(refusal -> refusal.span().start());

    @Override
    public Generation generate(Schema schema, List<ContractPackage> packages) {
        List<Diagnostic> refusals = new ArrayList<>();
        for (ContractPackage each : packages) {
            refusals.addAll(new TopLevelNames(schema, each).refusals());
            refusals.addAll(JavaLimits.check(each));
        }
        if (!refusals.isEmpty()) {
            refusals.sort(BY_PLACE);
            return new Generation(List.of(), refusals);
        }
        SuppressedWarnings suppressed = SuppressedWarnings.of(schema);
        List<GeneratedFile> files = new ArrayList<>();
        for (ContractPackage each : packages) {
            new OnePackage(schema, each, suppressed).generate(files);
        }
        files.sort(Comparator.comparing(GeneratedFile::path));
        return new Generation(files, List.of());
    }

    /** The generation of one package. */
    private static final class OnePackage {

        private final ContractPackage contract;
        private final TypeMapper types;
        private final TopLevelNames names;
        private final SuppressedWarnings suppressed;

        OnePackage(Schema schema, ContractPackage contract, SuppressedWarnings suppressed) {
            this.contract = contract;
            this.types = new TypeMapper(schema);
            this.names = new TopLevelNames(schema, contract);
            this.suppressed = suppressed;
        }

        void generate(List<GeneratedFile> files) {
            if (!contract.types().isEmpty()) {
                types(files);
            }
            if (!contract.constants().isEmpty()) {
                files.add(file(new ConstantsGenerator(names.constants(), types).generate(contract)));
            }
            for (Service service : contract.services()) {
                service(service).forEach(spec -> files.add(file(spec)));
            }
        }

        private void types(List<GeneratedFile> files) {
            TypeSpec.Builder codecs = CodecClass.holder(types.codecs(contract));
            for (TypeDeclaration each : contract.types()) {
                GeneratedType type = type(each);
                files.add(file(type.type()));
                codecs.addType(type.codec());
            }
            files.add(file(codecs.build()));
        }

        private GeneratedType type(TypeDeclaration type) {
            if (type instanceof Struct struct) {
                return new StructGenerator(types).generate(struct);
            }
            if (type instanceof ErrorType error) {
                return new ErrorGenerator(types).generate(error);
            }
            if (type instanceof UnionType union) {
                return new UnionGenerator(types).generate(union);
            }
            if (type instanceof Newtype newtype) {
                return new NewtypeGenerator(types).generate(newtype);
            }
            return new EnumGenerator(types).generate((EnumType) type);
        }

        private List<TypeSpec> service(Service service) {
            ServiceNames all = ServiceNames.of(service, types);
            TypeMapper within = types.hiding(all.hiddenByParents());
            ServiceNames inClient = ServiceNames.of(service, within);
            List<TypeSpec> specs = new ArrayList<>();
            specs.add(new ClientGenerator(inClient, within).blocking());
            specs.add(new ClientGenerator(inClient, within).async());
            specs.addAll(new HandlerGenerator(all, types).generate());
            specs.add(new FakeGenerator(all).generate());
            specs.add(new MachineryGenerator(all, types).generate());
            return specs;
        }

        private GeneratedFile file(TypeSpec spec) {
            String text = SourceLayout.of(JavaFile.builder(contract.javaPackage(), spec)
                    .indent("    ")
                    .skipJavaLangImports(!names.hideJavaLang()) // a contract's type may be called String
                    .addFileComment("Generated by rpcidl from package $L. Do not edit.", contract.name())
                    .build()
                    .toString());
            String folder = contract.javaPackage().replace('.', '/');
            return new GeneratedFile(
                    folder + "/" + spec.name() + ".java",
                    suppressed.areIn(text) ? SuppressedWarnings.suppress(text, names.hideJavaLang()) : text);
        }
    }

    /** Brings it under the name {@code java}; it has no options. */
    public static final class Provider implements GeneratorProvider {

        private static final String TARGET = "java";

        /** Makes a provider. */
        public Provider() {}

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public Generator generator(Map<String, String> options) {
            Generators.requireNone(TARGET, options);
            return new JavaGenerator();
        }
    }
}
