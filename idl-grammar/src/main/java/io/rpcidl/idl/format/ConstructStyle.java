package io.rpcidl.idl.format;

import io.rpcidl.idl.format.Typesetter.Blanks;
import io.rpcidl.idl.parser.Construct;
import io.rpcidl.idl.parser.Shape;
import io.rpcidl.idl.parser.Syntax;
import io.rpcidl.idl.parser.Word;
import java.util.List;

/** What each construct looks like. One that is not named here is its parts, one behind the other. */
final class ConstructStyle {

    private final Typesetter typesetter;
    private final ListStyle lists;
    private final BodyStyle bodies;

    ConstructStyle(Typesetter typesetter) {
        this.typesetter = typesetter;
        this.lists = new ListStyle(typesetter, this);
        this.bodies = new BodyStyle(typesetter, this);
    }

    void set(Syntax part) {
        if (part instanceof Word) {
            typesetter.word();
            return;
        }
        Construct construct = (Construct) part;
        switch (construct.shape()) {
            case DECLARATION -> declaration(construct.parts());
            case ENUM_DECLARATION -> enumDeclaration(construct);
            case SERVICE_DECLARATION -> service(construct.parts());
            case STRUCT_BODY, UNION_BODY, SERVICE_BODY -> bodies.set(construct, false);
            case METHOD -> method(construct.parts());
            case PARAMETERS, TYPE_ARGUMENTS, ANNOTATION_ARGUMENTS, LIST_LITERAL, MAP_LITERAL, IMPORTED_NAMES ->
                lists.bracketed(construct);
            case THROWS -> lists.clause(construct.parts());
            case RESERVED -> lists.reserved(construct.parts());
            case STATUS_CODE -> {
                typesetter.inline(true);
                parts(construct.parts());
            }
            default -> parts(construct.parts());
        }
    }

    /** Annotations of a declaration stand on lines of their own. */
    private void declaration(List<Syntax> parts) {
        for (Syntax part : parts) {
            set(part);
            if (Construct.is(part, Shape.ANNOTATION)) {
                typesetter.line(Blanks.NONE);
            }
        }
    }

    private void enumDeclaration(Construct declaration) {
        boolean oneLine = EnumLine.isWanted(declaration);
        for (Syntax part : declaration.parts()) {
            if (!Construct.is(part, Shape.ENUM_BODY)) {
                set(part);
            } else if (oneLine) {
                bodies.setOnOneLine((Construct) part);
            } else {
                bodies.set((Construct) part, true);
            }
        }
    }

    private void service(List<Syntax> parts) {
        int body = parts.size() - 1;
        parts(parts.subList(0, 2));
        if (body > 2) {
            lists.clause(parts.subList(2, body));
        }
        set(parts.get(body));
    }

    /** Annotations of a method stand on its line if everything fits there, else on lines of their own. */
    private void method(List<Syntax> parts) {
        int leading = 0;
        typesetter.open();
        for (; Construct.is(parts.get(leading), Shape.ANNOTATION); leading++) {
            set(parts.get(leading));
            typesetter.breakable(Op.Kind.BREAK, " ");
        }
        parts(parts.subList(leading, parts.size()));
        typesetter.close();
    }

    private void parts(List<Syntax> parts) {
        boolean leading = true;
        for (int i = 0; i < parts.size(); i++) {
            boolean isAnnotation = Construct.is(parts.get(i), Shape.ANNOTATION);
            leading &= isAnnotation;
            if (isAnnotation && !leading) {
                i = annotated(parts, i) - 1;
            } else {
                set(parts.get(i));
            }
        }
    }

    /** Sets annotations that follow what they belong to, and a default behind them; returns the index behind these. */
    private int annotated(List<Syntax> parts, int from) {
        int i = from;
        typesetter.open();
        typesetter.indent();
        while (i < parts.size()
                && (Construct.is(parts.get(i), Shape.ANNOTATION) || Construct.is(parts.get(i), Shape.DEFAULT))) {
            typesetter.breakable(Op.Kind.BREAK, " ");
            set(parts.get(i));
            i++;
        }
        typesetter.dedent();
        typesetter.close();
        return i;
    }
}
