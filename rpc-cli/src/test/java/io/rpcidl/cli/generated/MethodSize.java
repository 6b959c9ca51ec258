package io.rpcidl.cli.generated;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much bytecode a method has; read from the class file (JVMS 17, section 4).
 *
 * @param name the class and the method
 * @param bytes the length of its code, 0 if it has none
 */
record MethodSize(String name, int bytes) {

    /** Returns the methods of a class. */
    static List<MethodSize> of(String className, byte[] classFile) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8); // magic and version
            String[] texts = constants(in);
            in.skipNBytes(6); // access, this, super
            in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
            members(in, texts); // fields
            List<MethodSize> sizes = new ArrayList<>();
            for (MethodSize each : members(in, texts)) {
                sizes.add(new MethodSize(className + "." + each.name(), each.bytes()));
            }
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the constant pool and returns its texts, each at its index. */
    private static String[] constants(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // a long and a double have two places
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        return texts;
    }

    private static List<MethodSize> members(DataInputStream in, String[] texts) throws IOException {
        List<MethodSize> members = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2); // access
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2); // descriptor
            members.add(new MethodSize(name, codeLength(in, texts)));
        }
        return members;
    }

    private static int codeLength(DataInputStream in, String[] texts) throws IOException {
        int length = 0;
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String attribute = texts[in.readUnsignedShort()];
            byte[] content = new byte[in.readInt()];
            in.readFully(content);
            if ("Code".equals(attribute)) {
                DataInputStream code = new DataInputStream(new ByteArrayInputStream(content));
                code.skipNBytes(4); // stack and locals
                length = code.readInt();
            }
        }
        return length;
    }
}
