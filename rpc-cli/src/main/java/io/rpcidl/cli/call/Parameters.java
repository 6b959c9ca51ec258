package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.json.Codecs;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one method: puts what a user has written into the form that goes over the wire, and refuses what its
 * contract does not have. What the values hold is for the server to judge.
 */
final class Parameters {

    private final Callee callee;
    private final Optional<Method> method;

    Parameters(Callee callee) {
        this.callee = callee;
        this.method = callee.declared().map(Contract.Declared::method);
    }

    /** Returns parameters that were written one by one. Those of a name given twice are the elements of a variadic one. */
    byte[] byName(List<Params.Pair> pairs) {
        boolean variadic = isVariadic();
        ParameterText values = new ParameterText(callee);
        Map<String, byte[]> members = new LinkedHashMap<>();
        List<byte[]> elements = new ArrayList<>();
        for (Params.Pair each : pairs) {
            Optional<Field> field = field(each.name());
            elements.add(values.read(each, field, variadic));
            byte[] before = members.put(wireName(each.name(), field), elements.get(elements.size() - 1));
            if (before != null && !variadic) {
                throw refusal("is given '" + each.name() + "' twice");
            }
        }
        return variadic ? array(elements) : checked(members);
    }

    /** Returns parameters that were written as JSON. */
    byte[] fitting(byte[] json) {
        JsonReader in = new JsonReader(json, 0, json.length, RawJson.LIMITS);
        if (!in.nextIsObject()) {
            int most = method.filter(each -> !each.variadic())
                    .map(each -> each.parameters().size())
                    .orElse(Integer.MAX_VALUE);
            int count = count(in);
            if (count > most) {
                throw refusal("takes " + most + (most == 1 ? " parameter" : " parameters") + ", not " + count);
            }
            return json;
        }
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (members.put(wireName(key, field(key)), in.rawValue()) != null) {
                throw refusal("is given '" + key + "' twice");
            }
        }
        if (isVariadic()) { // its elements go alone
            return members.values().stream().findFirst().orElseGet(() -> array(List.of()));
        }
        return checked(members);
    }

    private static int count(JsonReader in) {
        int count = 0;
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            in.skipValue();
            count++;
        }
        return count;
    }

    private Optional<Field> field(String name) {
        if (method.isEmpty()) {
            return Optional.empty();
        }
        if (method.get().requestStream().filter(each -> isCalled(each, name)).isPresent()) {
            throw refusal("takes '" + name + "' as a stream: its items come from standard input, or from --items");
        }
        List<Field> all = method.get().parameters();
        Optional<Field> found =
                all.stream().filter(each -> isCalled(each, name)).findFirst();
        if (found.isEmpty()) {
            String help = Suggestion.among(all.stream().map(Field::wireName).toList(), name)
                    .map(each -> ": " + each)
                    .orElse("");
            throw refusal("has no parameter '" + name + "'" + help);
        }
        return found;
    }

    private static boolean isCalled(Field field, String name) {
        return field.wireName().equals(name)
                || field.name().equals(name)
                || field.traits().aliases().contains(name);
    }

    private static String wireName(String written, Optional<Field> field) {
        return field.map(Field::wireName).orElse(written);
    }

    private byte[] checked(Map<String, byte[]> members) {
        List<Field> all = method.map(Method::parameters).orElse(List.of());
        for (Field each : all) {
            if (each.presence() == Presence.REQUIRED && !members.containsKey(each.wireName())) {
                throw refusal("needs the parameter '" + each.wireName() + "'");
            }
        }
        boolean positional = method.filter(each -> each.traits().positional()).isPresent();
        return positional ? inOrder(all, members) : object(members);
    }

    private boolean isVariadic() {
        return method.filter(Method::variadic).isPresent();
    }

    /** What is left out at the end is absent; before others it has a form only if it is optional. */
    private byte[] inOrder(List<Field> all, Map<String, byte[]> members) {
        int size = all.size();
        while (size > 0 && !members.containsKey(all.get(size - 1).wireName())) {
            size--;
        }
        List<byte[]> elements = new ArrayList<>();
        for (Field each : all.subList(0, size)) {
            byte[] value = members.get(each.wireName());
            if (value == null && each.presence() != Presence.OPTIONAL) {
                throw refusal(
                        "takes parameters by position, so '" + each.wireName() + "' cannot be left out before others");
            }
            elements.add(value == null ? RawJson.ascii("null") : value);
        }
        return array(elements);
    }

    private static byte[] object(Map<String, byte[]> members) {
        JsonWriter out = new JsonWriter(256, RawJson.LIMITS);
        out.beginObject();
        members.forEach((name, value) -> Codecs.RAW.write(out.name(name), value));
        out.endObject();
        return out.toByteArray();
    }

    private static byte[] array(List<byte[]> elements) {
        JsonWriter out = new JsonWriter(256, RawJson.LIMITS);
        out.beginArray();
        elements.forEach(each -> Codecs.RAW.write(out.element(), each));
        out.endArray();
        return out.toByteArray();
    }

    private Misuse refusal(String what) {
        String signature = callee.declared()
                .map(each -> "\n  " + Printable.escaped(each.signature()))
                .orElse("");
        return new Misuse(Printable.escaped(callee.fullName() + " " + what) + signature);
    }
}
