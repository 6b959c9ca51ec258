package io.rpcidl.registry.tck;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test its bench, with a backend of its own, and clears it away. */
final class BenchOfATest implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(BenchOfATest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RegistryContract contract = (RegistryContract) test.getRequiredTestInstance();
        try {
            Bench bench = new Bench(contract.backend());
            test.getStore(OURS).put(Bench.class, bench);
            return bench;
        } catch (Exception e) {
            throw new IllegalStateException("the backend under test does not start", e);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        Bench bench = test.getStore(OURS).remove(Bench.class, Bench.class);
        if (bench != null) {
            bench.clear();
        }
    }
}
