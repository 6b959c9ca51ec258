package io.rpcidl.cli.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a server says cannot take a terminal over. */
class PrintableTest {

    @Test
    void jsonMeansTheSameAndShowsNoControlCharacters() {
        byte[] json = RawJson.parse(
                "{ \"a\u009b2J\" : [ \"\u202e\\u001b\\n\", \"\u007f\" ] }".getBytes(StandardCharsets.UTF_8));
        assertEquals("{\"a\\u009b2J\":[\"\\u202e\\u001b\\n\",\"\\u007f\"]}", Printable.line(json));
    }

    @Test
    void jsonIsIndentedWhereItIsNotInAString() {
        byte[] json =
                RawJson.parse("{\"a\":[],\"b\":{},\"c\":[1,{\"d\":\"{\\\"[,:\"}]}".getBytes(StandardCharsets.UTF_8));
        assertEquals("""
                {
                  "a": [],
                  "b": {},
                  "c": [
                    1,
                    {
                      "d": "{\\"[,:"
                    }
                  ]
                }""", Printable.pretty(json));
    }

    @Test
    void linesStayLines() {
        assertEquals("a\n    b\\u001b[2J", Printable.text("a\r\n\tb\u001b[2J\n"));
    }
}
