package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Makes fields, members of enums, and methods. */
final class MemberBuilder {

    private final SourceFile file;
    private final ValueBuilder values;
    private final TypeBuilder types;
    private final Remarks remarks;

    MemberBuilder(SourceFile file, ValueBuilder values, Remarks remarks) {
        this.file = file;
        this.values = values;
        this.types = new TypeBuilder(file, values);
        this.remarks = remarks;
    }

    TypeBuilder types() {
        return types;
    }

    List<ThriftField> fields(List<ThriftParser.FieldContext> contexts) {
        return contexts.stream().map(this::field).toList();
    }

    private ThriftField field(ThriftParser.FieldContext context) {
        List<String> leftOut = new ArrayList<>();
        ThriftType type = types.type(context.type(), leftOut);
        if (context.REFERENCE() != null) {
            leftOut.add("'&' was left out");
        }
        context.xsd().forEach(each -> leftOut.add(xsd(each)));
        types.annotations(context.annotations(), leftOut);
        Optional<ThriftValue> value = Optional.ofNullable(context.default_()).map(each -> values.value(each.value()));
        Surroundings around = around(context.getStart(), context.getStop(), leftOut);
        return new ThriftField(requiredness(context), type, values.word(context.name()), value, around);
    }

    private static Requiredness requiredness(ThriftParser.FieldContext context) {
        if (context.requiredness() == null) {
            return Requiredness.DEFAULT;
        }
        return context.requiredness().REQUIRED() != null ? Requiredness.REQUIRED : Requiredness.OPTIONAL;
    }

    private String xsd(ThriftParser.XsdContext context) {
        String text = Places.span(file, context).file().text();
        int start = context.getStart().getStartIndex();
        int end = context.getStop().getStopIndex() + 1;
        return SafeText.line(text.substring(start, end), 200) + " was left out";
    }

    List<Definition.Member> members(ThriftParser.EnumBodyContext body) {
        List<Definition.Member> members = new ArrayList<>();
        long next = 0;
        for (ThriftParser.EnumMemberContext context : body.enumMember()) {
            boolean numbered = context.INTEGER() != null;
            long number = numbered ? values.whole(context.INTEGER().getSymbol()) : next;
            next = number + 1;
            List<String> leftOut = new ArrayList<>();
            types.annotations(context.annotations(), leftOut);
            Surroundings around = around(context.getStart(), context.getStop(), leftOut);
            members.add(new Definition.Member(values.word(context.name()), number, numbered, around));
        }
        return members;
    }

    ThriftMethod method(ThriftParser.MethodContext context) {
        List<String> leftOut = new ArrayList<>();
        boolean spaced = remarks.isSpaced(context.getStart());
        List<Remark> before = new ArrayList<>(remarks.before(context.getStart()));
        boolean oneway = context.ONEWAY() != null || context.ASYNC() != null;
        if (context.ASYNC() != null) {
            leftOut.add("async is the old word for oneway");
        }
        Optional<ThriftType> result = Optional.ofNullable(context.type()).map(each -> types.type(each, leftOut));
        List<ThriftField> parameters = fields(context.field());
        List<ThriftField> errors = errors(context.throws_(), before);
        types.annotations(context.annotations(), leftOut);
        List<Remark> behind = remarks.behind(context.getStop());
        before.addAll(remarks.within(context.getStart(), context.getStop()));
        Surroundings around = new Surroundings(before, behind, List.of(), leftOut, spaced);
        return new ThriftMethod(oneway, result, values.word(context.name()), parameters, errors, around);
    }

    /** Makes what is thrown; as a contract has one line for it, comments move to the method. */
    private List<ThriftField> errors(ThriftParser.Throws_Context context, List<Remark> before) {
        List<ThriftField> errors = context == null ? List.of() : fields(context.field());
        for (ThriftField each : errors) {
            each.around().before().forEach(remark -> before.add(remark.undocumented()));
            each.around().behind().forEach(remark -> before.add(remark.undocumented()));
        }
        return errors;
    }

    private Surroundings around(Token first, Token last, List<String> leftOut) {
        boolean spaced = remarks.isSpaced(first);
        List<Remark> before = new ArrayList<>(remarks.before(first));
        List<Remark> behind = remarks.behind(last);
        before.addAll(remarks.within(first, last));
        return new Surroundings(before, behind, List.of(), leftOut, spaced);
    }
}
