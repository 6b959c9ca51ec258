package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.List;
import java.util.Set;

/** Applies the rules about types to a type that is in both contracts. */
final class TypeComparison {

    private static final RuleSet<MemberSet> MEMBERS = new RuleSet<>(List.of(
            new RemovedMembers(),
            new MembersOfClosed(),
            new MembersOfOpen(),
            new ClosedTypes(),
            new OpenedTypes(),
            new OpenedTypesInJava()));
    private static final RuleSet<CasePair> CASES = new RuleSet<>(List.of(new Payloads(), new OptionalPayloads()));
    private static final RuleSet<ErrorPair> ERRORS = new RuleSet<>(List.of(new ErrorCodes()));
    private static final RuleSet<ReservedNames> RESERVED =
            new RuleSet<>(List.of(new ReusedReservedNames(), new DroppedReservedNames()));

    private final Schema old;
    private final Schema now;
    private final FieldComparison fields;
    private final Findings findings;

    TypeComparison(Schema old, Schema now, FieldComparison fields, Findings findings) {
        this.old = old;
        this.now = now;
        this.fields = fields;
        this.findings = findings;
    }

    void compare(TypeDeclaration before, TypeDeclaration after, Place place) {
        if (before instanceof Struct a && after instanceof Struct b) {
            fields(a.fields(), b.fields(), b.reserved(), place);
            reserved(a.reserved(), b.reserved(), Named.fields(b.fields()), place);
        } else if (before instanceof ErrorType a && after instanceof ErrorType b) {
            ERRORS.check(new ErrorPair(a, b, place), findings);
            fields(a.fields(), b.fields(), b.reserved(), place);
            reserved(a.reserved(), b.reserved(), Named.fields(b.fields()), place);
        } else if (before instanceof EnumType a && after instanceof EnumType b) {
            compareEnums(a, b, place);
        } else if (before instanceof UnionType a && after instanceof UnionType b) {
            compareUnions(a, b, place);
        } else if (before instanceof Newtype a && after instanceof Newtype b) {
            fields.types("the newtype '" + place.name() + "'", a.type(), b.type(), new Types.Way(Use.DATA, place));
            fields.sensitive(new SensitivePair(a.sensitive(), b.sensitive(), place));
        } else {
            findings.add(
                    Code.KIND_CHANGED,
                    place,
                    "'" + place.name() + "' is " + TypeKinds.of(after) + ", it was " + TypeKinds.of(before),
                    "keep it, and declare something new beside it");
        }
    }

    private void fields(List<Field> before, List<Field> after, List<String> reserved, Place place) {
        Matching<Field> matching = Matching.of(Named.fields(before), Named.fields(after));
        fields.compare(new FieldSet(matching, Noun.FIELD, Set.copyOf(reserved), place), Use.DATA);
    }

    private void reserved(
            List<String> before, List<String> after, List<? extends Named<? extends Noted>> members, Place place) {
        RESERVED.check(new ReservedNames(before, after, members, place), findings);
    }

    private void compareEnums(EnumType before, EnumType after, Place place) {
        var members = Matching.of(Named.members(before.members()), Named.members(after.members()));
        MEMBERS.check(new MemberSet(members, before.closed(), after.closed(), "enum", place), findings);
        members.kept().forEach(each -> fields.names(each, Noun.MEMBER, inner(each, place)));
        reserved(before.reserved(), after.reserved(), Named.members(after.members()), place);
    }

    private void compareUnions(UnionType before, UnionType after, Place place) {
        var members = Matching.of(Named.cases(before.members()), Named.cases(after.members()));
        MEMBERS.check(new MemberSet(members, before.closed(), after.closed(), "union", place), findings);
        members.kept().forEach(each -> compareCases(each, inner(each, place)));
        reserved(before.reserved(), after.reserved(), Named.cases(after.members()), place);
    }

    private void compareCases(Matching.Both<UnionMember> both, Place place) {
        UnionMember before = both.before().of();
        UnionMember after = both.after().of();
        fields.names(both, Noun.MEMBER, place);
        CASES.check(new CasePair(before, after, old, now, place), findings);
        if (before.type().isPresent() && after.type().isPresent()) {
            String what = "the payload of '" + place.name() + "'";
            fields.types(what, before.type().get(), after.type().get(), new Types.Way(Use.DATA, place));
        }
        fields.sensitive(new SensitivePair(before.sensitive(), after.sensitive(), place));
    }

    private static Place inner(Matching.Both<? extends Noted> both, Place place) {
        return place.kept(both.after().name(), both.before().of(), both.after().of());
    }
}
