package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeRef;
import java.util.Set;
import java.util.stream.Stream;

/** A method that lists or searches takes a limit: what is small today is not tomorrow. */
final class UnpagedLists implements LintRule {

    private static final Set<String> WORDS =
            Set.of("limit", "max", "size", "count", "cursor", "page", "offset", "first", "top", "after", "ids");

    @Override
    public Code code() {
        return Code.LINT_UNPAGED_LIST;
    }

    @Override
    public Tier tier() {
        return Tier.STRICT;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.methods()
                .filter(method -> Verbs.list(Words.of(method.name()))
                        && !method.streams()
                        && method.result()
                                .filter(each -> holdsList(each, contract.schema()))
                                .isPresent()
                        && method.parameters().stream().noneMatch(each -> limits(each, contract.schema())))
                .forEach(method -> findings.report(
                        method,
                        "method '" + method.name() + "' lists without a limit",
                        "add parameters such as cursor: string?, limit: int32 = 100 @range(1..500)"));
    }

    private static boolean holdsList(TypeRef result, Schema schema) {
        return Types.isContainer(result)
                || fields(result, schema).anyMatch(each -> each.type().plain() instanceof TypeRef.ListOf);
    }

    private static boolean limits(Field parameter, Schema schema) {
        return Stream.concat(Stream.of(parameter), fields(parameter.type(), schema))
                .anyMatch(each -> Words.of(each.name()).list().stream().anyMatch(WORDS::contains));
    }

    private static Stream<Field> fields(TypeRef type, Schema schema) {
        return type.plain() instanceof TypeRef.Named named
                ? Contract.fields(schema.type(named.name())).stream()
                : Stream.empty();
    }
}
