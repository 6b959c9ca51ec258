package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a file, at most one more than {@value #LIMIT}. */
final class FileBytes {

    static final int LIMIT = 8 * 1024 * 1024;

    private final byte[] bytes;

    private FileBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static FileBytes read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new FileBytes(in.readNBytes(LIMIT + 1));
        }
    }

    int length() {
        return bytes.length;
    }

    /** Returns the text, if it is neither too long nor malformed; what is wrong goes to the sink. */
    Optional<SourceFile> decode(String name, DiagnosticSink sink) {
        if (bytes.length > LIMIT) {
            Span nowhere = new Span(new SourceFile(name, ""), 0, 0);
            sink.add(Code.FILE_TOO_LARGE, nowhere, "the file has more than " + LIMIT + " bytes");
            return Optional.empty();
        }
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), out, true);
        if (!result.isError()) {
            return Optional.of(new SourceFile(name, out.flip().toString()));
        }
        int at = out.position();
        SourceFile file = new SourceFile(name, new String(bytes, StandardCharsets.UTF_8));
        sink.add(
                Code.INVALID_UTF8,
                new Span(file, at, at + 1),
                "the file is not UTF-8; convert it before it is imported");
        return Optional.empty();
    }
}
