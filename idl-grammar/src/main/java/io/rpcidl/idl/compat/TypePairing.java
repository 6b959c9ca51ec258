package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the types that have another name or package in the new contract. Two types that each are in one contract alone,
 * and are of one kind, are the same one if one has taken the place of the other: in another package under its own name,
 * else wherever the first one is used.
 */
final class TypePairing {

    private final Declarations before;
    private final Declarations after;
    private final Map<QualifiedName, QualifiedName> pairs = new HashMap<>();
    private final Set<QualifiedName> taken = new HashSet<>();
    private final Deque<QualifiedName> open = new ArrayDeque<>();
    private final TypeWalk walk;

    private TypePairing(Schema before, Schema after) {
        this.before = Declarations.of(before);
        this.after = Declarations.of(after);
        // No newtype is looked into here: only what stands in the place of a name matters.
        Newtypes none = new Newtypes(new Schema(List.of()));
        this.walk = new TypeWalk(none, none, new TypePairs(Map.of()));
    }

    static TypePairs of(Schema before, Schema after) {
        TypePairing pairing = new TypePairing(before, after);
        pairing.pairSameNames();
        pairing.pairMoved();
        Matching.of(Named.services(pairing.before.services()), Named.services(pairing.after.services()))
                .kept()
                .forEach(each -> pairing.methods(
                        each.before().of().methods(), each.after().of().methods()));
        while (!pairing.open.isEmpty()) {
            pairing.follow(pairing.open.remove());
        }
        return new TypePairs(pairing.pairs);
    }

    private void pairSameNames() {
        before.types().keySet().stream().filter(after.types()::containsKey).forEach(name -> pair(name, name));
    }

    private void pairMoved() {
        Map<String, QualifiedName> added = new HashMap<>();
        after.types().keySet().stream()
                .filter(name -> !before.types().containsKey(name))
                .forEach(name -> added.putIfAbsent(name.simpleName(), name));
        before.types().keySet().stream()
                .filter(name -> added.containsKey(name.simpleName()))
                .forEach(name -> pairIfRenamed(name, added.get(name.simpleName())));
    }

    private void pair(QualifiedName old, QualifiedName now) {
        pairs.put(old, now);
        taken.add(now);
        open.add(old);
    }

    private void pairIfRenamed(QualifiedName old, QualifiedName now) {
        boolean free = !pairs.containsKey(old) && !taken.contains(now);
        if (free && before.types().get(old).getClass() == after.types().get(now).getClass()) {
            pair(old, now);
        }
    }

    /** Looks at what the members of a pair refer to. */
    private void follow(QualifiedName name) {
        TypeDeclaration old = before.types().get(name);
        TypeDeclaration now = after.types().get(pairs.get(name));
        if (old instanceof Struct a && now instanceof Struct b) {
            fields(a.fields(), b.fields());
        } else if (old instanceof ErrorType a && now instanceof ErrorType b) {
            fields(a.fields(), b.fields());
        } else if (old instanceof Newtype a && now instanceof Newtype b) {
            types(a.type(), b.type());
        } else if (old instanceof UnionType a && now instanceof UnionType b) {
            for (Matching.Both<UnionMember> each : Matching.of(Named.cases(a.members()), Named.cases(b.members()))
                    .kept()) {
                types(each.before().of().type(), each.after().of().type());
            }
        }
    }

    private void fields(List<Field> old, List<Field> now) {
        Matching.of(Named.fields(old), Named.fields(now))
                .kept()
                .forEach(each ->
                        types(each.before().of().type(), each.after().of().type()));
    }

    private void methods(List<Method> old, List<Method> now) {
        for (Matching.Both<Method> each :
                Matching.of(Named.methods(old), Named.methods(now)).kept()) {
            Method a = each.before().of();
            Method b = each.after().of();
            fields(a.parameters(), b.parameters());
            types(a.requestStream().map(Field::type), b.requestStream().map(Field::type));
            types(a.result(), b.result());
            errors(a.errors(), b.errors());
        }
    }

    private void errors(List<QualifiedName> old, List<QualifiedName> now) {
        Set<QualifiedName> gone = new LinkedHashSet<>(old);
        now.forEach(gone::remove);
        Set<QualifiedName> come = new LinkedHashSet<>(now);
        old.forEach(come::remove);
        if (gone.size() == 1 && come.size() == 1) {
            pairIfRenamed(gone.iterator().next(), come.iterator().next());
        }
    }

    private void types(Optional<TypeRef> old, Optional<TypeRef> now) {
        if (old.isPresent() && now.isPresent()) {
            types(old.get(), now.get());
        }
    }

    private void types(TypeRef old, TypeRef now) {
        for (TypeStep step : walk.steps(old, now)) {
            if (step.before().core() instanceof TypeRef.Named a && step.after().core() instanceof TypeRef.Named b) {
                pairIfRenamed(a.name(), b.name());
            }
        }
    }
}
