package io.rpcidl.cli.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire for what was written. */
class ParamsTest {

    private static final Contract CONTRACT = Contract.of(List.of(new SourceFile("a.rpcidl", """
            package a;
            enum Colour { RED, BLUE }
            newtype Id: string;
            newtype Count: int32;
            service S {
              all(id: Id, n: Count, colour: Colour, on: date, big: bigint, long: int64 @encode("string"), yes: bool,
                list: list<string>, any: any?, half: float64);
              @positional place(x: int32, y: int32?, z: int32 = 3, w: int32?);
              named(longName: string @wire("l") @alias("old"), other: string?);
              ids(ids: Id...);
            }
            """)));

    private static String read(Callee callee, String... words) throws IOException {
        byte[] json = Params.read(callee, List.of(words), InputStream.nullInputStream());
        return new String(json, StandardCharsets.UTF_8);
    }

    private static Callee method(String name) {
        return Callees.in(CONTRACT, new MethodName("S", name));
    }

    @Test
    void textIsWhatItsTypeSays() throws IOException {
        assertEquals(
                "{\"id\":\"007\",\"n\":7,\"colour\":\"RED\",\"on\":\"2026-01-01\",\"big\":\"12\",\"long\":\"9\",\"yes\":true,"
                        + "\"list\":[\"a\"],\"any\":1.50,\"half\":\"NaN\"}",
                read(
                        method("all"),
                        "id=007",
                        "n=7",
                        "colour=RED",
                        "on=2026-01-01",
                        "big=12",
                        "long=9",
                        "yes=true",
                        "list=[\"a\"]",
                        "any=1.50",
                        "half=NaN"));
        assertEquals("[\"1\",\"true\"]", read(method("ids"), "ids=1", "ids=true"));
    }

    @Test
    void whatIsNotKnownIsJsonOrElseText() throws IOException {
        Callee unknown = Callee.unknown(new MethodName("x", "y"), Kind.UNARY);
        assertEquals("{\"a\":1,\"b\":\"x=y\",\"c\":\"\",\"d\":\"1\"}", read(unknown, "a=1", "b=x=y", "c=", "d:=\"1\""));
        assertEquals("[1,[2]]", read(unknown, "[1, [2]]"));
        assertEquals("{}", read(unknown));
    }

    @Test
    void namesAreThoseOfTheWire() throws IOException {
        for (String name : List.of("l", "longName", "old")) {
            assertEquals("{\"l\":\"x\"}", read(method("named"), name + "=x"));
            assertEquals("{\"l\":\"x\"}", read(method("named"), "{\"" + name + "\": \"x\"}"));
        }
        assertThrows(Misuse.class, () -> read(method("named"), "l=x", "old=y"));
        assertThrows(Misuse.class, () -> read(method("named"), "{\"l\":\"x\",\"longName\":\"y\"}"));
    }

    @Test
    void parametersGoByPositionWhereTheContractSaysSo() throws IOException {
        assertEquals("[1]", read(method("place"), "x=1"));
        assertEquals("[1,null,5]", read(method("place"), "z=5", "x=1"));
        assertEquals("[1,2]", read(method("place"), "[1,2]"));
        assertThrows(Misuse.class, () -> read(method("place"), "x=1", "w=4")); // z has no form for what is left out
    }
}
