package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What expressions mean, beside the tree, which stays as it was written. An expression that is not here has been reported.
 * Filled by the linkers, only read afterwards.
 */
public final class Links {

    // By identity: an expression is a place, and hashing a record would hash the whole tree below it.
    private final Map<TypeExpression, TypeRef> types = new IdentityHashMap<>();
    private final Map<DottedName, Symbol> errors = new IdentityHashMap<>();
    private final Map<DottedName, Symbol> parents = new IdentityHashMap<>();
    private final Map<NewtypeDeclaration, TypeRef> underlying = new IdentityHashMap<>();
    private final Map<Literal, Value> values = new IdentityHashMap<>();
    private final List<TypedLiteral> examples = new ArrayList<>();

    /** A value as it was written, and the type that it is a value of. */
    public record TypedLiteral(Literal literal, TypeRef type) {}

    /** Returns the type that an expression means, without its own {@code ?}. */
    public Optional<TypeRef> type(TypeExpression expression) {
        return Optional.ofNullable(types.get(expression));
    }

    /** Returns what a newtype is made of in the end: no newtype itself, without constraints. */
    public Optional<TypeRef> underlying(NewtypeDeclaration newtype) {
        return Optional.ofNullable(underlying.get(newtype));
    }

    /** Returns the service that a name behind {@code extends} means. */
    public Optional<Symbol> parent(DottedName name) {
        return Optional.ofNullable(parents.get(name));
    }

    /** Returns the error that a name behind {@code throws} means. */
    public Optional<Symbol> error(DottedName name) {
        return Optional.ofNullable(errors.get(name));
    }

    /** Returns the value of a default. */
    public Optional<Value> value(Literal literal) {
        return Optional.ofNullable(values.get(literal));
    }

    /** Returns the values of examples, and their types. */
    public List<TypedLiteral> examples() {
        return List.copyOf(examples);
    }

    void putExample(Literal literal, TypeRef type, Value value) {
        put(literal, value);
        examples.add(new TypedLiteral(literal, type));
    }

    void put(TypeExpression expression, TypeRef type) {
        types.put(expression, type);
    }

    void remove(TypeExpression expression) {
        types.remove(expression);
    }

    void putError(DottedName name, Symbol error) {
        errors.put(name, error);
    }

    void putParent(DottedName name, Symbol service) {
        parents.put(name, service);
    }

    void putUnderlying(NewtypeDeclaration newtype, TypeRef type) {
        underlying.put(newtype, type.plain());
    }

    void put(Literal literal, Value value) {
        values.put(literal, value);
    }
}
