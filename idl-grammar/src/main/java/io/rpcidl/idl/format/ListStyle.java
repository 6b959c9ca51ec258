package io.rpcidl.idl.format;

import io.rpcidl.idl.format.Op.Kind;
import io.rpcidl.idl.parser.Construct;
import io.rpcidl.idl.parser.Shape;
import io.rpcidl.idl.parser.Syntax;
import io.rpcidl.idl.parser.Word;
import java.util.List;

/**
 * Lists with commas. One that does not fit has an element a line, but for numbers and the like, of which as many stand on a
 * line as fit; and a comma behind the last one where the language allows that.
 */
final class ListStyle {

    private final Typesetter typesetter;
    private final ConstructStyle style;

    ListStyle(Typesetter typesetter, ConstructStyle style) {
        this.typesetter = typesetter;
        this.style = style;
    }

    /** Sets a list between brackets. */
    void bracketed(Construct list) {
        List<Syntax> parts = list.parts();
        List<Syntax> inner = parts.subList(1, parts.size() - 1);
        Word end = (Word) parts.get(parts.size() - 1);
        typesetter.word();
        if (inner.isEmpty() && end.comments().isEmpty()) {
            typesetter.word();
        } else if (list.shape() == Shape.ANNOTATION_ARGUMENTS && inner.size() <= 2 && !inner.isEmpty()) {
            single(inner);
            typesetter.word();
        } else {
            group(list, inner);
        }
    }

    private void group(Construct list, List<Syntax> inner) {
        Kind end = list.shape() == Shape.TYPE_ARGUMENTS ? Kind.WEAK_BREAK : Kind.BREAK;
        typesetter.open();
        typesetter.indent();
        if (!inner.isEmpty()) {
            typesetter.breakable(end, "");
            elements(inner, isFilled(list) ? Kind.FILL_BREAK : end);
            if (mayEndWithComma(list.shape()) && !keepsComma(inner)) {
                typesetter.trailingComma();
            }
        }
        typesetter.breakableEnd(end);
        typesetter.word();
        typesetter.close();
    }

    /** The only argument of an annotation stays behind its bracket. */
    private void single(List<Syntax> inner) {
        style.set(inner.get(0));
        comma(inner);
    }

    /** Sets elements and the commas between them; before the first one its author has said already what stands there. */
    private void elements(List<Syntax> parts, Kind kind) {
        for (int i = 0; i < parts.size(); i += 2) {
            if (i > 0) {
                typesetter.word();
                typesetter.breakable(kind, " ");
            }
            style.set(parts.get(i));
            if (i == parts.size() - 2) {
                comma(parts);
                return;
            }
        }
    }

    /** Sets a comma behind the last element only if a comment stands before it: that must not move. */
    private void comma(List<Syntax> parts) {
        if (keepsComma(parts)) {
            typesetter.word();
        } else if (parts.size() % 2 == 0) {
            typesetter.skipWord();
        }
    }

    private static boolean keepsComma(List<Syntax> parts) {
        return parts.size() % 2 == 0
                && !((Word) parts.get(parts.size() - 1)).comments().isEmpty();
    }

    /** Sets a keyword and what follows it, on a line of its own if need be. */
    void clause(List<Syntax> parts) {
        typesetter.open();
        typesetter.indent();
        typesetter.breakable(Kind.BREAK, " ");
        typesetter.word();
        if (parts.size() > 2) {
            typesetter.open();
            typesetter.indent();
            typesetter.breakable(Kind.BREAK, " ");
            elements(parts.subList(1, parts.size()), Kind.BREAK);
            typesetter.dedent();
            typesetter.close();
        } else {
            style.set(parts.get(1));
        }
        typesetter.dedent();
        typesetter.close();
    }

    /** Sets the names that a type must not use. */
    void reserved(List<Syntax> parts) {
        typesetter.word();
        typesetter.open();
        typesetter.indent();
        elements(parts.subList(1, parts.size()), Kind.FILL_BREAK);
        typesetter.dedent();
        typesetter.close();
    }

    private static boolean isFilled(Construct list) {
        return list.shape() == Shape.LIST_LITERAL
                && list.parts().stream().noneMatch(part -> part instanceof Construct literal && isNested(literal));
    }

    private static boolean isNested(Construct literal) {
        Syntax only = literal.parts().get(0);
        return Construct.is(only, Shape.LIST_LITERAL) || Construct.is(only, Shape.MAP_LITERAL);
    }

    private static boolean mayEndWithComma(Shape shape) {
        return switch (shape) {
            case ANNOTATION_ARGUMENTS, LIST_LITERAL, MAP_LITERAL, IMPORTED_NAMES -> true;
            default -> false;
        };
    }
}
