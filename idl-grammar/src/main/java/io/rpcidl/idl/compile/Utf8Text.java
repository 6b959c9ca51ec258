package io.rpcidl.idl.compile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes decoded as UTF-8.
 *
 * @param text the text without its byte order mark; where bytes are malformed, that before them, U+FFFD, and the rest as
 *     well as it can be read
 * @param malformed the first byte that is not UTF-8
 */
record Utf8Text(String text, Optional<Malformed> malformed) {

    private static final char REPLACEMENT = '\uFFFD';

    /** A byte and where it stands. */
    record Malformed(int value, int byteOffset, int charOffset) {}

    static Utf8Text decode(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int skipped = marked ? 3 : 0;
        String text = new String(bytes, skipped, bytes.length - skipped, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) { // which stands for each byte that is malformed
            return new Utf8Text(text, Optional.empty());
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, skipped, bytes.length - skipped);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return new Utf8Text(text, Optional.empty()); // somebody wrote just that character
        }
        int at = in.position();
        Malformed malformed = new Malformed(bytes[at] & 0xFF, at, out.position());
        return new Utf8Text(text, Optional.of(malformed));
    }
}
