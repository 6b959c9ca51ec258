package io.rpcidl.idl.format;

import io.rpcidl.idl.format.Typesetter.Blanks;
import io.rpcidl.idl.parser.Construct;
import io.rpcidl.idl.parser.Syntax;
import io.rpcidl.idl.parser.Word;
import java.util.List;

/** Bodies of declarations: a member a line. */
final class BodyStyle {

    private final Typesetter typesetter;
    private final ConstructStyle style;

    BodyStyle(Typesetter typesetter, ConstructStyle style) {
        this.typesetter = typesetter;
        this.style = style;
    }

    /** Returns whether a body is written {@code {}}. */
    static boolean isEmpty(Construct body) {
        return body.parts().size() == 2
                && ((Word) body.parts().get(1)).comments().isEmpty();
    }

    /** Sets a body; a comma between members stands behind each, also behind the last one. */
    void set(Construct body, boolean commas) {
        typesetter.word();
        if (isEmpty(body)) {
            typesetter.word();
            return;
        }
        List<Syntax> members = body.parts().subList(1, body.parts().size() - 1);
        typesetter.indent();
        for (Syntax part : members) {
            if (part instanceof Construct) {
                typesetter.line(Blanks.KEPT);
            }
            style.set(part);
        }
        if (commas && members.size() % 2 == 1) {
            typesetter.trailingComma();
        }
        typesetter.lineEnd(true);
        typesetter.word();
    }

    /** Sets the body of an enum on one line; there are members and no comments. */
    void setOnOneLine(Construct body) {
        List<Syntax> members = body.parts().subList(1, body.parts().size() - 1);
        typesetter.word();
        typesetter.inline(true);
        for (int i = 0; i < members.size(); i++) {
            if (i % 2 == 1 && i == members.size() - 1) {
                typesetter.skipWord();
            } else {
                style.set(members.get(i));
            }
        }
        typesetter.inline(true);
        typesetter.word();
    }
}
