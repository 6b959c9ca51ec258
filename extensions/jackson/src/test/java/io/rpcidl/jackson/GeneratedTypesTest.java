package io.rpcidl.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import golden.annotations.Email;
import golden.annotations.UserPatch;
import golden.closedenum.Axis;
import golden.error.NotFoundException;
import golden.newtype.Code;
import golden.newtype.Exact;
import golden.newtype.Tree;
import golden.newtype.Year;
import golden.openenum.Stock;
import golden.struct.Defaulted;
import golden.struct.TypeCodecs_.DefaultedCodec_;
import golden.union.Card;
import golden.union.Payment;
import io.rpcidl.json.Bytes;
import io.rpcidl.json.JsonValue;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.json.Patch;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Each construct of the language through an {@code ObjectMapper}; single quotes stand for double ones. */
class GeneratedTypesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    @Test
    void theModuleIsFound() {
        List<Class<?>> found = ServiceLoader.load(Module.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .toList();
        assertEquals(List.of(RpcidlModule.class), found);
        assertEquals(
                "[rpcidl]",
                new ObjectMapper()
                        .findAndRegisterModules().getRegisteredModuleIds().stream()
                                .map(id -> id.equals(RpcidlModule.class.getName()) ? "rpcidl" : id)
                                .toList()
                                .toString());
    }

    @Test
    void structs() throws IOException {
        Defaulted value = Defaulted.builder().build();
        JsonWriter ours = new JsonWriter();
        DefaultedCodec_.INSTANCE.write(ours, value);
        assertEquals(new String(ours.toByteArray(), StandardCharsets.UTF_8), MAPPER.writeValueAsString(value));
        assertEquals(value, MAPPER.readValue(MAPPER.writeValueAsBytes(value), Defaulted.class));
        same(new Card("1", null), Card.class, "{'pan':'1'}");
    }

    @Test
    void unionsAndTheRecordsOfTheirMembers() throws IOException {
        same(Payment.card(new Card("1", null)), Payment.class, "{'card':{'pan':'1'}}");
        same(Payment.cash(), Payment.class, "{'cash':{}}");
        same(new Payment.VoucherCase("v"), Payment.VoucherCase.class, "{'voucher':'v'}");
    }

    @Test
    void aMemberThatIsNotKnownIsKept() throws IOException {
        String json = "{'cheque':{'number':1.50,'bank':[null,'ü']}}";
        same(new Payment.Unknown_("cheque", any("{'number':1.50,'bank':[null,'ü']}")), Payment.class, json);
        same(new Payment.Unknown_("cheque", any("1e400")), Payment.Unknown_.class, "{'cheque':1e400}");
    }

    @Test
    void enums() throws IOException {
        same(Stock.IN_STOCK, Stock.class, "'in-stock'");
        same(Stock.of("on its way"), Stock.class, "'on its way'");
        same(Axis.Y, Axis.class, "'y'");
    }

    @Test
    void newtypes() throws IOException {
        same(new Code("abc"), Code.class, "'abc'");
        same(new Year(2026), Year.class, "2026");
        same(new Exact(new BigDecimal("1.50")), Exact.class, "'1.50'");
        same(new Tree(List.of(new Tree(List.of()))), Tree.class, "[[]]");
    }

    @Test
    void patchesOfStructs() throws IOException {
        UserPatch patch = UserPatch.builder()
                .id(1)
                .name(Patch.ofNull())
                .email(Patch.of(new Email("a@b.c")))
                .build();
        same(patch, UserPatch.class, "{'id':1,'name':null,'email':{'address':'a@b.c'}}");
    }

    /** As where an error is a field: its parts, not its message. */
    @Test
    void errors() throws IOException {
        NotFoundException error =
                NotFoundException.builder("nobody has it").id("a").tries(3).build();
        same(error, NotFoundException.class, "{'id':'a','near':[],'tries':3}");
    }

    @Test
    void typesOfTheRuntime() throws IOException {
        same(Bytes.utf8("hello"), Bytes.class, "'aGVsbG8='");
        same(
                any("{'a':[1.50,12345678901234567890,1e400,true,null]}"),
                JsonValue.class,
                "{'a':[1.50,12345678901234567890,1e400,true,null]}");
        same((JsonValue.Text) JsonValue.of("a"), JsonValue.Text.class, "'a'");
        same(JsonValue.NULL, JsonValue.class, "null");
    }

    @Test
    void intoAWriterAndLongText() throws IOException {
        String text = "🙂 ".repeat(30_000);
        StringWriter out = new StringWriter();
        MAPPER.writeValue(out, new Code(text));
        assertEquals('"' + text + '"', out.toString());
        same(new Code("x" + text), Code.class, "'x" + text + "'");
    }

    @Test
    void indented() throws IOException {
        ObjectWriter writer =
                MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        assertEquals(
                """
                {
                  "cheque" : {
                    "number" : 1.50,
                    "bank" : [ null, 1e400, "ü", true ]
                  }
                }""",
                writer.writeValueAsString(
                        new Payment.Unknown_("cheque", any("{'number':1.50,'bank':[null,1e400,'ü',true]}"))));
    }

    @Test
    void whatAMapperSaysOfItsTextHolds() throws IOException {
        JsonValue value = any("{'ü/':[1.50,'</a>']}");
        assertEquals("{'\\u00FC/':[1.50,'</a>']}", text(JsonWriteFeature.ESCAPE_NON_ASCII, true, value));
        assertEquals("{'ü\\/':[1.50,'<\\/a>']}", text(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, true, value));
        assertEquals("{'ü/':['1.50','</a>']}", text(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS, true, value));
        assertEquals("{ü/:[1.50,'</a>']}", text(JsonWriteFeature.QUOTE_FIELD_NAMES, false, value));
        JsonFactory factory =
                new JsonFactoryBuilder().characterEscapes(new NoTags()).build();
        assertEquals(
                "{'ü/':[1.50,'\\u003C/a>']}",
                quotes(new JsonMapper(factory).findAndRegisterModules().writeValueAsString(value)));
    }

    @Test
    void whatAMapperSaysOfItsInputHolds() throws IOException {
        ObjectMapper lenient = JsonMapper.builder()
                .findAndAddModules()
                .enable(
                        JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
                        JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                        JsonReadFeature.ALLOW_SINGLE_QUOTES,
                        JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                .build();
        assertEquals(
                any("{'a':[1,7,0.5,5,1.50,'NaN','-Infinity']}"),
                lenient.readValue("{a:[+1,007,.5,5.,1.50,NaN,-INF]}", JsonValue.class));
        assertInstanceOf(JsonValue.Text.class, lenient.readValue("'x'", JsonValue.class));
    }

    @Test
    void severalAtTheRoot() throws IOException {
        ObjectMapper mapper = new ObjectMapper().registerModule(new RpcidlModule());
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = mapper.createGenerator(out)) {
            mapper.writeValue(generator, Stock.SOLD_OUT);
            mapper.writeValue(generator, Payment.cash());
        }
        assertEquals("'SOLD_OUT' {'cash':{}}", quotes(out.toString()));
        List<Payment> read = mapper.readerFor(Payment.class)
                .<Payment>readValues("{\"cash\":{}} {\"voucher\":\"v\"}")
                .readAll();
        assertEquals(List.of(Payment.cash(), Payment.voucher("v")), read);
    }

    private static <T> void same(T value, Class<T> type, String json) throws IOException {
        assertEquals(json, quotes(MAPPER.writeValueAsString(value)));
        assertEquals(json, quotes(new String(MAPPER.writeValueAsBytes(value), StandardCharsets.UTF_8)));
        assertEquals(value, MAPPER.readValue(json.replace('\'', '"'), type));
        String indented = MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        assertEquals(value, MAPPER.readValue(indented, type));
    }

    private static String text(JsonWriteFeature feature, boolean state, Object value) throws JsonProcessingException {
        return quotes(JsonMapper.builder()
                .findAndAddModules()
                .configure(feature, state)
                .build()
                .writeValueAsString(value));
    }

    private static JsonValue any(String json) {
        return JsonValue.parse(json.replace('\'', '"'));
    }

    private static String quotes(String json) {
        return json.replace('"', '\'');
    }

    /** What keeps JSON within HTML from ending a script. */
    private static final class NoTags extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_CUSTOM;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return character == '<' ? new SerializedString("\\u003C") : null;
        }
    }
}
