package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A change of a contract at a place that is chosen at random.
 *
 * @param code what the check must report; nothing if the change breaks nobody
 */
record RandomEdit(String name, Optional<Code> code, BiConsumer<RandomContract, Random> edit) {

    /** Changes that break nobody, however many there are of them. */
    static final List<RandomEdit> HARMLESS = List.of(
            fine(
                    "add an optional field",
                    (c, r) -> member(c, r, "struct").members.add(c.name("f") + ": string?")),
            fine(
                    "add a defaulted field",
                    (c, r) -> member(c, r, "error").members.add(c.name("f") + ": int32 = 7")),
            fine(
                    "add a rollout field",
                    (c, r) -> member(c, r, "struct").members.add("rollout " + c.name("f") + ": uuid")),
            fine("reserve a name", (c, r) -> member(c, r, "struct").members.add("reserved \"" + c.name("f") + "\"")),
            fine(
                    "add a method",
                    (c, r) -> member(c, r, "service").members.add(c.name("m") + "(x: int32): " + c.type(r))),
            fine(
                    "add an optional parameter",
                    (c, r) -> replace(
                            c, r, "service", "call0(", each -> each.replace("(", "(" + c.name("p") + ": string?, "))),
            fine("add a struct", (c, r) -> c.add("struct", c.name("S")).members.add("field: string")),
            fine(
                    "add a service",
                    (c, r) -> c.add("service", c.name("S")).members.add("call()")),
            fine("reorder and move everything", RandomContract::shuffle));

    /** Changes that each give one code. */
    static final List<RandomEdit> BREAKING = List.of(
            bad(
                    Code.REQUIRED_FIELD_ADDED,
                    (c, r) -> member(c, r, "struct").members.add(c.name("f") + ": string")),
            bad(Code.REQUIRED_FIELD_REMOVED, (c, r) -> remove(c, r, "struct", "field0: ")),
            bad(Code.FIELD_REMOVED, (c, r) -> remove(c, r, "error", "field2: ")),
            bad(Code.FIELD_RETIRED, (c, r) -> replace(c, r, "struct", "field2: ", each -> "reserved \"field2\"")),
            bad(
                    Code.WIRE_NAME_CHANGED,
                    (c, r) -> replace(c, r, "struct", "field0: ", each -> each + " @wire(\"other\")")),
            bad(Code.PRESENCE_CHANGED, (c, r) -> replace(c, r, "struct", "field4: ", each -> each + "?")),
            bad(Code.PRESENCE_STEP, (c, r) -> replace(c, r, "struct", "field0: ", each -> "rollout " + each)),
            bad(Code.DEFAULT_CHANGED, (c, r) -> replace(c, r, "struct", "field2: ", each -> each + "00001")),
            bad(Code.DEFAULT_DROPPED, (c, r) -> replace(c, r, "struct", "field6: ", each -> "field6: int32?")),
            bad(Code.TYPE_CHANGED, (c, r) -> replace(c, r, "struct", "field0: ", each -> "field0: date")),
            bad(
                    Code.TYPE_WIDENED,
                    (c, r) -> replace(c, r, "struct", "field2: ", each -> each.replace("int32", "int64"))),
            bad(
                    Code.RENAMED_IN_JAVA,
                    (c, r) -> replace(c, r, "struct", "field0: ", each -> c.name("f") + ": string @wire(\"field0\")")),
            bad(Code.MEMBER_REMOVED, (c, r) -> remove(c, r, "enum", "VALUE_1")),
            bad(Code.MEMBER_ADDED, (c, r) -> member(c, r, "union").members.add(c.name("case"))),
            bad(
                    Code.MEMBER_ADDED_TO_CLOSED,
                    (c, r) ->
                            member(c, r, "closed enum").members.add(c.name("X").toUpperCase(java.util.Locale.ROOT))),
            bad(Code.PAYLOAD_CHANGED, (c, r) -> replace(c, r, "closed union", "nothing", each -> "nothing: string")),
            bad(Code.METHOD_REMOVED, (c, r) -> remove(c, r, "service", "call0(")),
            bad(
                    Code.METHOD_WIRE_NAME_CHANGED,
                    (c, r) -> replace(c, r, "service", "call1(", each -> "@wire(\"other\") " + each)),
            bad(
                    Code.REQUIRED_PARAMETER_ADDED,
                    (c, r) -> replace(c, r, "service", "call2(", each -> each.replace("(", "(more: string, "))),
            bad(
                    Code.STREAM_CHANGED,
                    (c, r) -> replace(c, r, "service", "call3(", each -> each.replace("): ", "): stream "))),
            bad(
                    Code.RESULT_OPTIONAL,
                    (c, r) -> replace(c, r, "service", "call2(", each -> each.replace(" throws", "? throws"))),
            bad(
                    Code.THROWS_REMOVED,
                    (c, r) -> replace(c, r, "service", "call1(", each -> each.substring(0, each.indexOf(" throws")))),
            bad(Code.SERVICE_REMOVED, (c, r) -> c.blocks.remove(member(c, r, "service"))));

    private static RandomEdit fine(String name, BiConsumer<RandomContract, Random> edit) {
        return new RandomEdit(name, Optional.empty(), edit);
    }

    private static RandomEdit bad(Code code, BiConsumer<RandomContract, Random> edit) {
        return new RandomEdit(code.title(), Optional.of(code), edit);
    }

    private static RandomContract.Block member(RandomContract contract, Random random, String kind) {
        return contract.any(random, each -> each.kind.equals(kind) && !each.name.contains("New"));
    }

    private static void remove(RandomContract contract, Random random, String kind, String start) {
        member(contract, random, kind).members.removeIf(each -> each.startsWith(start));
    }

    private static void replace(
            RandomContract contract, Random random, String kind, String start, UnaryOperator<String> edit) {
        member(contract, random, kind).members.replaceAll(each -> each.startsWith(start) ? edit.apply(each) : each);
    }
}
