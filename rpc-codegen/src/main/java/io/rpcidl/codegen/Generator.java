package io.rpcidl.codegen;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Schema;
import java.util.List;

/** Turns contracts into source files of one language. Has no state; the same schema gives the same bytes everywhere. */
public interface Generator {

    /**
     * Generates all files of some packages, or none if one of them has no form in the language.
     *
     * @param schema everything that these packages refer to
     * @param packages which of its packages to generate
     */
    Generation generate(Schema schema, List<ContractPackage> packages);
}
