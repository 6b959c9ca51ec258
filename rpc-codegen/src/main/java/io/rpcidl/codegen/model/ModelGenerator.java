package io.rpcidl.codegen.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.GeneratorProvider;
import io.rpcidl.codegen.Generators;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Schema;
import java.util.List;
import java.util.Map;

/**
 * Writes all that a schema holds as one JSON document, {@value #FILE}. Packages that are only imported are there too, so
 * that every name can be followed; the member {@code generate} tells them apart.
 */
public final class ModelGenerator implements Generator {

    /** The name of the one file that is generated. */
    public static final String FILE = "model.json";

    /** The version of the format. */
    static final int VERSION = 1;

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Makes a generator. */
    public ModelGenerator() {}

    @Override
    public Generation generate(Schema schema, List<ContractPackage> packages) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("modelVersion", VERSION);
        ArrayNode list = document.putArray("packages");
        for (ContractPackage each : schema.packages()) {
            append(list.addObject(), each, packages.contains(each));
        }
        try {
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
            String text = MAPPER.writer(printer).writeValueAsString(document) + "\n";
            return new Generation(List.of(new GeneratedFile(FILE, text)), List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model that has no JSON", e);
        }
    }

    private static void append(ObjectNode node, ContractPackage each, boolean generate) {
        node.put("name", each.name());
        node.put("javaPackage", each.javaPackage());
        node.put("generate", generate);
        ArrayNode types = node.putArray("types");
        each.types().forEach(type -> DeclarationJson.append(types.addObject(), type));
        ArrayNode aliases = node.putArray("aliases");
        each.aliases().forEach(alias -> DeclarationJson.append(aliases.addObject(), alias));
        ArrayNode constants = node.putArray("constants");
        each.constants().forEach(constant -> DeclarationJson.append(constants.addObject(), constant));
        ArrayNode services = node.putArray("services");
        each.services().forEach(service -> ServiceJson.append(services.addObject(), service));
    }

    /** Brings it under the name {@code model}; it has no options. */
    public static final class Provider implements GeneratorProvider {

        private static final String TARGET = "model";

        /** Makes a provider. */
        public Provider() {}

        @Override
        public String target() {
            return TARGET;
        }

        @Override
        public Generator generator(Map<String, String> options) {
            Generators.requireNone(TARGET, options);
            return new ModelGenerator();
        }
    }
}
