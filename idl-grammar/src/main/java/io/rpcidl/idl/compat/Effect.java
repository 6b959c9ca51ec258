package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a change does to those who know only the old contract. */
public enum Effect {
    /** Old and new programs stop understanding each other, at once or if they are upgraded in the wrong order. */
    WIRE,
    /** Java, or a contract, that uses this one stops compiling. */
    SOURCE,
    /** All goes on, but otherwise than before. */
    BEHAVIOUR;

    private static final Set<Code> SOURCE_ONLY = EnumSet.of(
            Code.PACKAGE_REMOVED,
            Code.JAVA_PACKAGE_CHANGED,
            Code.TYPE_REMOVED,
            Code.TYPE_RENAMED,
            Code.TYPE_OPENED_IN_JAVA,
            Code.CONSTANT_REMOVED,
            Code.CONSTANT_TYPE_CHANGED,
            Code.TYPE_ALIAS_REMOVED,
            Code.FIELD_RETIRED,
            Code.RENAMED_IN_JAVA,
            Code.PRESENCE_IN_JAVA,
            Code.NEWTYPE_CHANGED,
            Code.MEMBER_ADDED,
            Code.PAYLOAD_OPTIONAL,
            Code.SERVICE_RENAMED,
            Code.PARENT_REMOVED,
            Code.METHOD_RENAMED,
            Code.PARAMETER_REMOVED,
            Code.PARAMETER_DEFAULTED,
            Code.THROWS_ADDED,
            Code.THROWS_REMOVED);

    private static final Set<Code> WIRE_ONLY = EnumSet.of(
            Code.TYPE_OPENED,
            Code.RESERVED_DROPPED,
            Code.RESERVED_REUSED,
            Code.WIRE_NAME_CHANGED,
            Code.ALIAS_DROPPED,
            Code.ENTRIES_CHANGED,
            Code.ENCODING_CHANGED,
            Code.CONSTRAINT_LOOSENED,
            Code.SERVICE_WIRE_NAME_CHANGED,
            Code.METHOD_WIRE_NAME_CHANGED,
            Code.POSITIONAL_CHANGED);

    private static final Set<Code> BEHAVIOUR_ONLY = EnumSet.of(
            Code.CONSTANT_CHANGED,
            Code.ERROR_CODE_CHANGED,
            Code.DEFAULT_CHANGED,
            Code.SENSITIVE_DROPPED,
            Code.REPEATABLE_DROPPED,
            Code.REPEATABLE_CHANGED,
            Code.TIMEOUT_CHANGED);

    /**
     * Returns the effects of a change.
     *
     * @param code one of the codes of breaking changes
     */
    public static Set<Effect> of(Code code) {
        if (SOURCE_ONLY.contains(code)) {
            return Set.of(SOURCE);
        }
        if (WIRE_ONLY.contains(code)) {
            return Set.of(WIRE);
        }
        if (BEHAVIOUR_ONLY.contains(code)) {
            return Set.of(BEHAVIOUR);
        }
        return Collections.unmodifiableSet(
                code == Code.DEFAULT_DROPPED ? EnumSet.of(SOURCE, BEHAVIOUR) : EnumSet.of(WIRE, SOURCE));
    }
}
