package io.rpcidl.cli.call;

import io.rpcidl.runtime.service.describe.MethodDescription;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import java.util.List;

/** What a word of a command line that is not whole may become, as a server says. */
public final class Candidates {

    private Candidates() {}

    /** Returns the services whose name, or the last part of it, begins with a word. */
    public static List<String> services(Servers servers, String word) {
        List<String> names = servers.names();
        List<String> whole =
                names.stream().filter(each -> each.startsWith(word)).toList();
        return !whole.isEmpty() || servers.needsService()
                ? whole
                : names.stream()
                        .map(Names::last)
                        .filter(each ->
                                each.startsWith(word) && Names.find(names, each).isPresent())
                        .toList();
    }

    /** Returns the methods that begin with a word; as long as that has no slash, the services, which then have one. */
    public static List<String> methods(Servers servers, String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return services(servers, word).stream().map(each -> each + "/").toList();
        }
        String written = word.substring(0, slash);
        ServiceDescription service = servers.describedBy(written).service(written);
        return service.methods().stream()
                .map(MethodDescription::name)
                .map(each -> written + "/" + each)
                .filter(each -> each.startsWith(word))
                .toList();
    }

    /** Returns the parameters of a method that begin with the last of some words and stand in none of the others. */
    public static List<String> parameters(Servers servers, MethodName method, List<String> words) {
        String word = words.get(words.size() - 1);
        return Callees.at(servers, method)
                .declared()
                .map(found -> found.method().parameters())
                .orElse(List.of())
                .stream()
                .map(each -> each.wireName() + "=")
                .filter(each -> each.startsWith(word))
                .filter(each -> words.stream().noneMatch(other -> other.startsWith(each)))
                .toList();
    }
}
