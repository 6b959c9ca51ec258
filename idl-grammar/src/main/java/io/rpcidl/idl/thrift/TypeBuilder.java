package io.rpcidl.idl.thrift;

import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/** Makes types, and words for what of them cannot be said in a contract. */
final class TypeBuilder {

    private final SourceFile file;
    private final ValueBuilder values;

    TypeBuilder(SourceFile file, ValueBuilder values) {
        this.file = file;
        this.values = values;
    }

    /** Returns a type and adds what is left out of it. */
    ThriftType type(ThriftParser.TypeContext context, List<String> leftOut) {
        ThriftType type = bare(context, leftOut);
        annotations(context.annotations(), leftOut);
        return type;
    }

    private ThriftType bare(ThriftParser.TypeContext context, List<String> leftOut) {
        if (context.listType() != null) {
            context.listType().cppType().forEach(each -> cppType(each, leftOut));
            return new ThriftType.ListOf(type(context.listType().type(), leftOut));
        }
        if (context.setType() != null) {
            cppType(context.setType().cppType(), leftOut);
            return new ThriftType.SetOf(type(context.setType().type(), leftOut));
        }
        if (context.mapType() != null) {
            cppType(context.mapType().cppType(), leftOut);
            ThriftType key = type(context.mapType().type(0), leftOut);
            return new ThriftType.MapOf(key, type(context.mapType().type(1), leftOut));
        }
        if (context.IDENTIFIER() != null) {
            return new ThriftType.Named(values.word(context.IDENTIFIER().getSymbol()));
        }
        String keyword = context.baseType().getText();
        if (keyword.equals("slist")) {
            leftOut.add("the type was slist");
        }
        return new ThriftType.Base(keyword);
    }

    private void cppType(ThriftParser.CppTypeContext context, List<String> leftOut) {
        if (context != null) {
            leftOut.add("cpp_type " + values.quoted(context.STRING()) + " was left out");
        }
    }

    /** Adds words about annotations, which may be null. */
    void annotations(ThriftParser.AnnotationsContext context, List<String> leftOut) {
        if (context != null && !context.annotation().isEmpty()) {
            String written = context.annotation().stream().map(this::annotation).collect(Collectors.joining(", "));
            leftOut.add("(" + written + ") was left out");
        }
    }

    private String annotation(ThriftParser.AnnotationContext context) {
        String name = Places.excerpt(Places.text(file, context.name().getStart()));
        if (context.STRING() != null) {
            return name + " = " + values.quoted(context.STRING());
        }
        return context.INTEGER() == null
                ? name
                : name + " = " + context.INTEGER().getText();
    }
}
