package io.rpcidl.idl.format;

import io.rpcidl.idl.format.Typesetter.Blanks;
import io.rpcidl.idl.parser.Construct;
import io.rpcidl.idl.parser.Shape;
import io.rpcidl.idl.parser.Syntax;
import io.rpcidl.idl.parser.SyntaxTree;

/**
 * Files: a blank line between two items. Those of one line and of one kind (imports, options, declarations) stand together
 * where the author put them so.
 */
final class FileStyle {

    /** Items between which the author may leave out the blank line. */
    private enum Section {
        HEAD,
        IMPORTS,
        OPTIONS,
        SHORT_DECLARATIONS,
        /** Never together with another one. */
        DECLARATION
    }

    private FileStyle() {}

    static String print(SyntaxTree tree) {
        Typesetter typesetter = new Typesetter(tree.words());
        ConstructStyle style = new ConstructStyle(typesetter);
        Printer printer = new Printer();
        Section before = null;
        for (Syntax part : tree.root().parts()) {
            if (part instanceof Construct item) {
                Section section = section(item);
                boolean together = section == before && section != Section.DECLARATION;
                typesetter.line(before == null || together ? Blanks.KEPT : Blanks.NEEDED);
                before = section;
            } else {
                typesetter.lineEnd(false);
            }
            style.set(part);
            // One document an item, so that memory is needed for one of them only.
            printer.print(typesetter.takeDocument());
        }
        return printer.text();
    }

    private static Section section(Construct item) {
        Construct statement = (Construct) item.parts().get(0);
        return switch (statement.shape()) {
            case VERSION_STATEMENT, PACKAGE_STATEMENT -> Section.HEAD;
            case IMPORT_STATEMENT -> Section.IMPORTS;
            case OPTION_STATEMENT -> Section.OPTIONS;
            default -> {
                Construct declaration =
                        (Construct) statement.parts().get(statement.parts().size() - 1);
                yield isShort(declaration) ? Section.SHORT_DECLARATIONS : Section.DECLARATION;
            }
        };
    }

    private static boolean isShort(Construct declaration) {
        if (EnumLine.isWanted(declaration)) {
            return true;
        }
        Syntax last = declaration.parts().get(declaration.parts().size() - 1);
        boolean hasBody = Construct.is(last, Shape.STRUCT_BODY)
                || Construct.is(last, Shape.UNION_BODY)
                || Construct.is(last, Shape.ENUM_BODY)
                || Construct.is(last, Shape.SERVICE_BODY);
        return !hasBody || BodyStyle.isEmpty((Construct) last);
    }
}
