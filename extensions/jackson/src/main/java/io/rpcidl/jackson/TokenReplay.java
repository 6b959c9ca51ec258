package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteCapability;
import io.rpcidl.json.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes a value of JSON text token by token: into a tree, another format, or text of another layout. */
final class TokenReplay {

    private final JsonReader in;
    private final JsonGenerator out;

    TokenReplay(JsonReader in, JsonGenerator out) {
        this.in = in;
        this.out = out;
    }

    void value() throws IOException {
        if (in.nextIsString()) {
            out.writeString(in.string());
        } else if (in.nextIsObject()) {
            out.writeStartObject();
            members();
            out.writeEndObject();
        } else if (in.nextIsArray()) {
            elements();
        } else if (in.nextIsBool()) {
            out.writeBoolean(in.bool());
        } else if (in.tryNull()) {
            out.writeNull();
        } else {
            number(in.number());
        }
    }

    /** Writes the members of an object, for a caller who has opened it. */
    void members() throws IOException {
        for (String name = in.firstKey(); name != null; name = in.nextKey()) {
            out.writeFieldName(name);
            value();
        }
    }

    private void elements() throws IOException {
        out.writeStartArray();
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            value();
        }
        out.writeEndArray();
    }

    private void number(String digits) throws IOException {
        if (out.getWriteCapabilities().isEnabled(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
            out.writeNumber(digits); // text: as it stands
            return;
        }
        BigDecimal value = new BigDecimal(digits);
        if (value.signum() == 0 && digits.startsWith("-")) {
            out.writeNumber(-0.0); // the only zero with a sign
        } else if (digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
            integer(value.unscaledValue());
        } else {
            fraction(value);
        }
    }

    /** Takes the smallest type, as Jackson's parsers do, so that trees made either way are equal. */
    private void integer(BigInteger value) throws IOException {
        if (value.bitLength() < Integer.SIZE) {
            out.writeNumber(value.intValue());
        } else if (value.bitLength() < Long.SIZE) {
            out.writeNumber(value.longValue());
        } else {
            out.writeNumber(value);
        }
    }

    /** A double only where it says the same, digit by digit. */
    private void fraction(BigDecimal value) throws IOException {
        double nearest = value.doubleValue();
        if (Double.isFinite(nearest) && BigDecimal.valueOf(nearest).equals(value)) {
            out.writeNumber(nearest);
        } else {
            out.writeNumber(value);
        }
    }
}
