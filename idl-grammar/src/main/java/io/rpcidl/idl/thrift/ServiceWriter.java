package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the services of one contract. */
final class ServiceWriter {

    private final ContractWriter contract;
    private final MethodWriter methods;
    private final Page page;

    ServiceWriter(ContractWriter contract, Page page) {
        this.contract = contract;
        this.methods = new MethodWriter(contract, page);
        this.page = page;
    }

    void write(Symbol symbol, Definition.Service service) {
        List<String> leftOut = new ArrayList<>(service.around().leftOut());
        Optional<Symbol> parent = service.parent().flatMap(name -> parent(name, leftOut));
        page.remarks(service.around().before(), true);
        DefinitionWriter.rename(symbol).ifPresent(leftOut::add);
        page.leftOut(leftOut);
        boolean isShort = service.name().text().length() <= Names.LONGEST;
        if (isShort && !symbol.name().equals(service.name().text())) {
            String wire = symbol.packageName() + "." + service.name();
            page.line("@wire(" + ScalarWriter.quote(wire) + ")");
        }
        String extended = parent.map(each -> " extends " + contract.imports().reference(each))
                .orElse("");
        String head = "service " + symbol.name() + extended + " {";
        String behind = "}" + Page.behind(service.around().behind(), List.of());
        if (service.methods().isEmpty() && service.around().within().isEmpty()) {
            page.line(head + behind);
            return;
        }
        page.line(head);
        page.indent();
        body(symbol, service, contract.model().inherited().of(parent));
        page.outdent();
        page.line(behind);
    }

    private void body(Symbol symbol, Definition.Service service, Set<String> inherited) {
        for (ThriftMethod each : service.methods()) {
            page.blank(each.around().spaced());
            if (inherited.contains(each.name().text())) {
                leaveOut(each);
            } else {
                methods.write(each, symbol.member(each.name().text()));
            }
        }
        page.remarks(service.around().within(), false);
    }

    private Optional<Symbol> parent(Word name, List<String> leftOut) {
        Optional<Symbol> found = contract.model().resolver().type(contract.unit(), name);
        if (found.isEmpty()) {
            leftOut.add("extends " + Places.excerpt(name.text()) + " was left out, as its file is not there");
        } else if (!(found.get().definition() instanceof Definition.Service)) {
            contract.sink()
                    .add(Code.THRIFT_KIND, name.span(), "'" + Places.excerpt(name.text()) + "' is not a service");
        }
        return found;
    }

    private void leaveOut(ThriftMethod method) {
        page.remarks(method.around().before(), false);
        page.leftOut(method.around().leftOut());
        page.leftOut(List.of("the method " + method.name() + " was left out, as it is inherited"));
        String message = "the method '" + method.name() + "' is left out, as the service inherits one of its name";
        contract.sink().add(Code.THRIFT_CHANGED, method.name().span(), message);
    }
}
