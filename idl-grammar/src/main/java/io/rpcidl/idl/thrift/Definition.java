package io.rpcidl.idl.thrift;

import java.util.List;
import java.util.Optional;

/** What a file defines. */
sealed interface Definition {

    Word name();

    Surroundings around();

    record Constant(Word name, ThriftType type, ThriftValue value, Surroundings around) implements Definition {}

    record Typedef(Word name, ThriftType type, Surroundings around) implements Definition {}

    /** Members are numbered: those without a number of their own follow the one before. */
    record Enumeration(Word name, List<Member> members, Surroundings around) implements Definition {

        public Enumeration {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of an enum.
     *
     * @param numbered whether the author wrote the number
     */
    record Member(Word name, long number, boolean numbered, Surroundings around) {}

    /** An enum of strings, an oddity of old versions: a string to programs. */
    record StringEnumeration(Word name, List<String> members, Surroundings around) implements Definition {

        public StringEnumeration {
            members = List.copyOf(members);
        }
    }

    enum Kind {
        STRUCT,
        UNION,
        EXCEPTION
    }

    record Structure(Kind kind, Word name, List<ThriftField> fields, Surroundings around) implements Definition {

        public Structure {
            fields = List.copyOf(fields);
        }
    }

    record Service(Word name, Optional<Word> parent, List<ThriftMethod> methods, Surroundings around)
            implements Definition {

        public Service {
            methods = List.copyOf(methods);
        }
    }
}
