package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.TypeRef;
import java.util.List;

/** Applies the rules about fields, parameters, names and types of values. */
final class FieldComparison {

    private static final RuleSet<NamePair> NAMES =
            new RuleSet<>(List.of(new WireNames(), new AliasedNames(), new NamesInJava(), new DroppedAliases()));
    private static final RuleSet<FieldSet> SETS = new RuleSet<>(List.of(
            new RequiredAdditions(),
            new RequiredRemovals(),
            new UnreservedRemovals(),
            new RetiredFields(),
            new RemovedParameters()));
    private static final RuleSet<FieldPair> FIELDS = new RuleSet<>(List.of(
            new PresenceJumps(),
            new PresenceSteps(),
            new PresenceInJava(),
            new OptionalParameters(),
            new DefaultedParameters(),
            new DroppedDefaults(),
            new ChangedDefaults(),
            new Tristates()));
    private static final RuleSet<SensitivePair> SENSITIVE = new RuleSet<>(List.of(new SensitiveValues()));

    private final Types types;
    private final RuleSet<TypeUse> uses;
    private final Findings findings;

    FieldComparison(Types types, Findings findings) {
        this.types = types;
        this.findings = findings;
        TypePairs pairs = types.pairs();
        this.uses = new RuleSet<>(List.of(
                new TypesOfValues(pairs),
                new WiderNumbers(pairs),
                new MapForms(pairs),
                new NumberForms(pairs),
                new NewtypesInJava(pairs),
                new TighterConstraints(),
                new LooserConstraints()));
    }

    /** Compares all fields of a type, or all parameters of a method. */
    void compare(FieldSet set, Use use) {
        SETS.check(set, findings);
        for (Matching.Both<Field> each : set.fields().kept()) {
            Field before = each.before().of();
            Field after = each.after().of();
            Place place = set.place().kept(after.name(), before, after);
            names(each, set.noun(), place);
            FIELDS.check(new FieldPair(before, after, set.noun(), place), findings);
            String what = "the " + set.noun() + " '" + place.name() + "'";
            types(what, before.type(), after.type(), new Types.Way(use, place));
            sensitive(new SensitivePair(
                    before.traits().sensitive(), after.traits().sensitive(), place));
        }
    }

    void names(Matching.Both<? extends Noted> both, Noun noun, Place place) {
        NAMES.check(new NamePair(both.before(), both.after(), noun, place), findings);
    }

    void types(String what, TypeRef before, TypeRef after, Types.Way way) {
        uses.check(types.use(what, before, after, way), findings);
    }

    void sensitive(SensitivePair pair) {
        SENSITIVE.check(pair, findings);
    }
}
