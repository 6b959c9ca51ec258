package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.rpcidl.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Copies a value from a parser, of text, a tree or another format, as JSON. Numbers are copied as they are written. */
final class TokenCopy {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?");

    private final JsonParser in;
    private final JsonWriter out;

    TokenCopy(JsonParser in, JsonWriter out) {
        this.in = in;
        this.out = out;
    }

    /** Copies the value that the parser stands at, and leaves it at the value's last token. */
    void value() throws IOException {
        JsonToken token = in.currentToken();
        switch (token) {
            case START_OBJECT -> {
                in.nextToken();
                members();
            }
            case FIELD_NAME, END_OBJECT -> members(); // where Jackson has passed the brace and the name of a class
            case START_ARRAY -> elements();
            case VALUE_STRING -> out.string(in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> out.bool(true);
            case VALUE_FALSE -> out.bool(false);
            case VALUE_NULL -> out.nullValue();
            case VALUE_EMBEDDED_OBJECT -> binary();
            default -> throw JsonMappingException.from(in, "expected a value, got " + token);
        }
    }

    private void members() throws IOException {
        out.beginObject();
        while (in.currentToken() == JsonToken.FIELD_NAME) {
            out.name(in.currentName());
            in.nextToken();
            value();
            in.nextToken();
        }
        out.endObject();
    }

    private void elements() throws IOException {
        out.beginArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            out.element();
            value();
        }
        out.endArray();
    }

    private void number() throws IOException {
        String text = in.getText();
        if (NUMBER.matcher(text).matches()) {
            raw(text);
        } else if (in.isNaN()) { // or infinite: in a tree, or from a lenient parser
            out.string(Double.toString(in.getDoubleValue()));
        } else {
            raw(in.getDecimalValue().toString()); // what only a lenient parser takes, such as +1
        }
    }

    private void raw(String digits) {
        out.raw(digits.getBytes(StandardCharsets.US_ASCII), 0, digits.length());
    }

    private void binary() throws IOException {
        if (!(in.getEmbeddedObject() instanceof byte[] bytes)) {
            throw JsonMappingException.from(in, "expected JSON, got an object of another kind");
        }
        out.string(Base64.getEncoder().encodeToString(bytes));
    }
}
