package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies the rules about services and methods. */
final class ServiceComparison {

    private static final RuleSet<ServicePair> SERVICES =
            new RuleSet<>(List.of(new ServiceNamesInJava(), new ServiceWireNames()));
    private static final RuleSet<MethodPair> METHODS = new RuleSet<>(List.of(
            new MethodWireNames(),
            new MethodNamesInJava(),
            new StreamDirections(),
            new OnewayMethods(),
            new Results(),
            new OptionalResults(),
            new RequiredResults(),
            new ParameterPositions(),
            new PositionalMethods(),
            new VariadicMethods(),
            new AddedErrors(),
            new RemovedErrors(),
            new RepeatableMethods(),
            new RepeatReasons(),
            new Timeouts()));
    private static final RuleSet<LostMethods> LOST = new RuleSet<>(List.of(new RemovedMethods(), new RemovedParents()));

    private final ServicePairs services;
    private final TypePairs types;
    private final FieldComparison fields;
    private final Findings findings;

    ServiceComparison(ServicePairs services, TypePairs types, FieldComparison fields, Findings findings) {
        this.services = services;
        this.types = types;
        this.fields = fields;
        this.findings = findings;
    }

    void compare(Service before, Service after, Place place) {
        SERVICES.check(new ServicePair(before, after, place), findings);
        MethodMatching methods = MethodMatching.of(before, after, services);
        LOST.check(new LostMethods(methods.removed(), methods.lostParents(), place), findings);
        methods.kept()
                .forEach(each -> compare(
                        each.before().of(),
                        each.after().of(),
                        place.kept(
                                each.after().name(),
                                each.before().of(),
                                each.after().of())));
    }

    private void compare(Method before, Method after, Place place) {
        List<QualifiedName> errors = before.errors().stream()
                .map(each -> types.of(each).orElse(each))
                .toList();
        MethodPair pair = new MethodPair(before, after, errors, place);
        METHODS.check(pair, findings);
        Matching<Field> parameters =
                Matching.of(parameters(before, after.requestStream()), parameters(after, before.requestStream()));
        fields.compare(new FieldSet(parameters, Noun.PARAMETER, Set.of(), place), Use.REQUEST);
        if (before.requestStream().isPresent() && after.requestStream().isPresent()) {
            Field old = before.requestStream().get();
            Field now = after.requestStream().get();
            Place stream = place.kept(now.name(), old, now);
            fields.types(
                    "the stream '" + stream.name() + "'", old.type(), now.type(), new Types.Way(Use.REQUEST, stream));
        }
        if (before.result().isPresent() && after.result().isPresent()) {
            Types.Way way = new Types.Way(Use.RESPONSE, place);
            fields.types(
                    "the result of '" + place.name() + "'",
                    before.result().get(),
                    after.result().get(),
                    way);
        }
    }

    /** Returns the parameters without one that is the stream of the other side: that change is reported as such. */
    private static List<Named<Field>> parameters(Method method, Optional<Field> stream) {
        String name = stream.map(Field::name).orElse("");
        return Named.fields(method.parameters().stream()
                .filter(each -> !each.name().equals(name))
                .toList());
    }
}
