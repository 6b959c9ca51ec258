package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.MethodTraits;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.UnionMember;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * What has the name of a secret is marked {@code @sensitive}, so that no log shows it. Only texts and bytes are secrets, and not
 * the key that makes calls idempotent.
 */
final class SensitiveNames implements LintRule {

    @Override
    public Code code() {
        return Code.LINT_SENSITIVE_NAME;
    }

    @Override
    public Tier tier() {
        return Tier.STANDARD;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        Set<Noted> keys = Collections.newSetFromMap(new IdentityHashMap<>());
        contract.methods().forEach(method -> key(method).ifPresent(keys::add));
        contract.uses()
                .filter(use -> use.isData() && use.kind() != Kind.CONSTANT && SecretWords.match(use.words()))
                .filter(use -> holdsText(use, contract.schema()) && !isSensitive(use) && !keys.contains(use.place()))
                .forEach(use -> findings.report(
                        use.place(),
                        use.title() + " sounds like a secret, and would be printed in logs",
                        "mark it with @sensitive"));
    }

    private static Optional<Field> key(Method method) {
        return method.traits()
                .idempotent()
                .flatMap(MethodTraits.Idempotency::key)
                .flatMap(name -> method.parameters().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
    }

    private static boolean isSensitive(Use use) {
        if (use.place() instanceof Field field) {
            return field.traits().sensitive();
        }
        return use.place() instanceof UnionMember member
                ? member.sensitive()
                : use.place() instanceof Newtype newtype && newtype.sensitive();
    }

    /** Returns whether it holds a text or bytes; a newtype has a mark of its own, or is found itself. */
    private static boolean holdsText(Use use, Schema schema) {
        return Types.layers(use.type()).stream().map(Types.Layer::type).anyMatch(type -> {
            if (type instanceof TypeRef.Named named && schema.type(named.name()) instanceof Newtype newtype) {
                return !newtype.sensitive()
                        && !SecretWords.match(Words.of(named.name().simpleName()))
                        && isText(Types.base(schema, type));
            }
            return isText(type);
        });
    }

    private static boolean isText(TypeRef type) {
        return type == Builtin.STRING || type == Builtin.BYTES;
    }
}
