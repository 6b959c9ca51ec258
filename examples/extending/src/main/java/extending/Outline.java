package extending;

import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.GeneratorProvider;
import io.rpcidl.codegen.Generators;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page in Markdown for each package, with its services and their methods: a generator, target {@code outline}. */
public final class Outline implements Generator {

    @Override
    public Generation generate(Schema schema, List<ContractPackage> packages) {
        List<GeneratedFile> pages = packages.stream()
                .map(each -> new GeneratedFile(each.name() + ".md", page(each)))
                .toList();
        return new Generation(pages, List.of());
    }

    private static String page(ContractPackage contract) {
        return "# " + contract.name() + "\n"
                + contract.services().stream().map(Outline::section).collect(Collectors.joining());
    }

    private static String section(Service service) {
        return "\n## " + service.name().simpleName() + "\n\n" + service.notes().doc() + "\n\n"
                + service.methods().stream().map(Outline::line).collect(Collectors.joining());
    }

    private static String line(Method method) {
        String parameters = method.parameters().stream().map(Field::name).collect(Collectors.joining(", "));
        return "- `" + method.name() + "(" + parameters + ")`: "
                + method.notes().doc() + "\n";
    }

    /** Brings it to the Maven plugin and to {@code rpc generate}. */
    public static final class Provider implements GeneratorProvider {

        @Override
        public String target() {
            return "outline";
        }

        @Override
        public Generator generator(Map<String, String> options) {
            Generators.requireNone(target(), options);
            return new Outline();
        }
    }
}
