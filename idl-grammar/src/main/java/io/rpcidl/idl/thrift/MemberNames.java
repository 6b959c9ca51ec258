package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fields, members, methods and parameters of one body have different names, as Thrift wants it. */
final class MemberNames {

    private MemberNames() {}

    static void check(List<Symbol> symbols, DiagnosticSink sink) {
        for (Symbol symbol : symbols) {
            if (symbol.definition() instanceof Definition.Structure structure) {
                checkFields(structure.fields(), sink);
            } else if (symbol.definition() instanceof Definition.Enumeration enumeration) {
                check(
                        enumeration.members().stream()
                                .map(Definition.Member::name)
                                .toList(),
                        "member",
                        sink);
            } else if (symbol.definition() instanceof Definition.Service service) {
                check(service.methods().stream().map(ThriftMethod::name).toList(), "method", sink);
                service.methods().forEach(each -> checkFields(each.parameters(), sink));
            }
        }
    }

    private static void checkFields(List<ThriftField> fields, DiagnosticSink sink) {
        check(fields.stream().map(ThriftField::name).toList(), "field", sink);
    }

    private static void check(List<Word> names, String kind, DiagnosticSink sink) {
        Map<String, Word> firsts = new HashMap<>();
        for (Word each : names) {
            Word first = firsts.putIfAbsent(each.text(), each);
            if (first != null) {
                sink.add(Diagnostic.of(
                                Code.THRIFT_CLASH,
                                each.span(),
                                "the " + kind + " '" + each + "' is already defined here")
                        .withRelated("first defined here", first.span()));
            }
        }
    }
}
