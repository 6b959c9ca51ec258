package io.rpcidl.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;

/** The classes of the runtime that generated code refers to. The generator does not see them, it only knows their names. */
final class RuntimeNames {

    private static final String ROOT = "io.rpcidl.runtime";
    private static final String JSON = "io.rpcidl.json";
    private static final String STUB = ROOT + ".stub";

    static final ClassName BIDI_STREAM = ClassName.get(ROOT, "BidiStream");
    static final ClassName CALL_OPTIONS = ClassName.get(ROOT, "CallOptions");
    static final ClassName CHANNEL = ClassName.get(ROOT, "Channel");
    static final ClassName ERROR_CODEC = ClassName.get(ROOT, "ErrorCodec");
    static final ClassName ITEM_SINK = ClassName.get(ROOT, "ItemSink");
    static final ClassName ITEM_WRITER = ClassName.get(ROOT, "ItemWriter");
    static final ClassName METHOD_TRAITS = ClassName.get(ROOT, "MethodTraits");
    static final ClassName METHOD_DESCRIPTOR = ClassName.get(ROOT, "MethodDescriptor");
    static final ClassName RPC_EXCEPTION = ClassName.get(ROOT, "RpcException");
    static final ClassName RPC_STREAM = ClassName.get(ROOT, "RpcStream");
    static final ClassName STATUS = ClassName.get(ROOT, "Status");
    static final ClassName STATUS_CODE = ClassName.get(ROOT, "StatusCode");

    static final ClassName BYTES = ClassName.get(JSON, "Bytes");
    static final ClassName CHECK = ClassName.get(JSON, "Check");
    static final ClassName CODEC = ClassName.get(JSON, "Codec");
    static final ClassName CODECS = ClassName.get(JSON, "Codecs");
    static final ClassName CONSTRAINT_EXCEPTION = ClassName.get(JSON, "ConstraintException");
    static final ClassName FIELD_NAMES = ClassName.get(JSON, "FieldNames");
    static final ClassName FIELD_SET = ClassName.get(JSON, "FieldSet");
    static final ClassName JSON_READER = ClassName.get(JSON, "JsonReader");
    static final ClassName JSON_VALUE = ClassName.get(JSON, "JsonValue");
    static final ClassName JSON_WRITER = ClassName.get(JSON, "JsonWriter");
    static final ClassName MAP_KEY = ClassName.get(JSON, "MapKey");
    static final ClassName MEMBER_CHECK = ClassName.get(JSON, "MemberCheck");
    static final ClassName PATCH = ClassName.get(JSON, "Patch");

    static final ClassName CALLER = ClassName.get(STUB, "Caller");
    static final ClassName FAKE = ClassName.get(STUB, "Fake");
    static final ClassName GENERATED = ClassName.get(STUB, "Generated");
    static final ClassName COPIES = ClassName.get(JSON, "Copies");
    static final ClassName GENERATED_CODE = ClassName.get(STUB, "GeneratedCode");
    static final ClassName REQUEST_CODECS = ClassName.get(STUB, "RequestCodecs");
    static final ClassName RPC_TYPE = ClassName.get(STUB, "RpcType");
    static final ClassName SERVICE_DEFINITION = ClassName.get(STUB, "ServiceDefinition");
    static final ClassName SERVICE_HANDLER = ClassName.get(STUB, "ServiceHandler");

    static final AnnotationSpec NULLABLE = AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable"))
            .build();
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    /** What only the runtime calls says of its variables what null checkers cannot follow. */
    static final ClassName NULL_UNMARKED = ClassName.get("org.jspecify.annotations", "NullUnmarked");

    private RuntimeNames() {}

    /** Returns the annotation by which others than generated code find the codec of a type. */
    static AnnotationSpec rpcType(ClassName codec) {
        return AnnotationSpec.builder(RPC_TYPE)
                .addMember("value", "codec = $T.class", codec) // as a value it stands in one line
                .build();
    }
}
