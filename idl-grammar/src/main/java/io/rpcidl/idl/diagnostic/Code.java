package io.rpcidl.idl.diagnostic;

/**
 * The kinds of diagnostics. A number is never reused and never changes its meaning; one that is no longer needed stays
 * here as a comment. Each has a fixture of its number that shows it.
 */
public enum Code {
    // Files.
    UNREADABLE_FILE(1, "a file or a folder cannot be read"),
    INVALID_UTF8(2, "a file is not UTF-8"),
    FILE_TOO_LARGE(3, "a file is too large"),
    TOO_MANY_FILES(4, "there are too many files, or too much text in them"),
    TOO_MANY_DIAGNOSTICS(5, "a file has more mistakes than are worth printing"),
    UNWRITABLE_FILE(6, "a file cannot be written"),

    // Characters and words.
    UNEXPECTED_CHARACTER(10, "a character that the language does not use"),
    BIDI_CONTROL(11, "an invisible character that reverses the direction of text"),
    UNCLOSED_STRING(12, "a string has no end"),
    UNCLOSED_COMMENT(13, "a comment has no end"),
    BAD_STRING(14, "a string has a wrong escape or a control character"),
    BAD_NUMBER(15, "a number is malformed"),
    BAD_NAME(16, "a name is malformed"),

    // Syntax.
    SYNTAX(20, "the text does not follow the grammar"),
    TOO_DEEP(21, "brackets are nested too deeply"),
    TOO_MANY_TOKENS(22, "a file has too many words"),

    // The head of a file.
    UNKNOWN_VERSION(30, "the file is written in a newer version of the language"),
    PACKAGE_MISSING(31, "a file does not name its package"),
    ORDER_OF_STATEMENTS(32, "a statement of the file's head is in the wrong place, or there twice"),
    BAD_PACKAGE_NAME(33, "a package name is malformed"),
    BAD_OPTION(34, "an option is unknown or its value does not fit"),
    BAD_JAVA_PACKAGE(35, "the name of a Java package is malformed"),
    JAVA_PACKAGE_CONFLICT(36, "packages and Java packages do not match one to one"),

    PACKAGE_IN_TWO_PLACES(37, "a package comes from more than one place"),

    NOT_SUPPORTED(40, "a construct of the language is not supported yet"),

    // Names.
    DUPLICATE_NAME(100, "a name is declared twice"),
    DUPLICATE_WIRE_NAME(101, "two members have the same name on the wire"),
    NAMES_DIFFER_IN_CASE(102, "two names differ only in upper and lower case"),
    BUILTIN_NAME(103, "a declaration has the name of a built-in type or value"),
    RESERVED_NAME(104, "a member has a name that is reserved"),
    BAD_RESERVED(105, "a name is reserved twice, or is none"),
    UNKNOWN_PACKAGE(110, "an import names a package that is not there"),
    UNKNOWN_IMPORT(111, "an import names a declaration that is not there"),
    IMPORT_CLASH(112, "an imported name means two things in one file"),
    UNUSED_IMPORT(113, "an import is not used", Severity.WARNING),
    UNKNOWN_TYPE(123, "a type is not there"),
    NOT_A_TYPE(124, "a name that is not a type is used as one"),
    NOT_AN_ERROR(125, "a name that is not an error is thrown"),
    NOT_A_SERVICE(126, "a name that is not a service is extended"),

    // Types.
    TYPE_ARGUMENTS(200, "a type has the wrong number of arguments"),
    MAP_KEY(201, "the keys of a map cannot be written as text"),
    NULL_NOT_ALLOWED(202, "a type may not be optional in this place"),
    OPTIONAL_TWICE(203, "a type is marked as optional twice"),
    REQUIRES_ITSELF(204, "a value of the type can never be built, as it requires another one of itself"),
    EMPTY_ENUM(205, "an enum or a union has no members"),
    STANDS_FOR_ITSELF(206, "an alias or a newtype stands for itself"),
    TYPE_TOO_LARGE(207, "an alias or a newtype stands for too large a type"),
    ROLLOUT(208, "a field in rollout is optional or has a default too"),

    // Defaults and constants.
    DEFAULT_OF_OPTIONAL(210, "an optional field has a default"),
    DEFAULT_NOT_ALLOWED(211, "a type cannot have a default"),
    DEFAULT_OF_WRONG_TYPE(212, "a value does not fit its type"),
    DEFAULT_OUT_OF_RANGE(213, "a value is outside the range of its type"),
    DEFAULT_MALFORMED(214, "the text of a value does not have the form of its type"),
    UNKNOWN_MEMBER(215, "a value names a member or a constant that is not there"),
    DUPLICATE_ELEMENT(216, "a value has an element, a key or a member twice"),
    CONSISTS_OF_ITSELF(217, "a constant or a default consists of itself"),
    VALUE_TOO_LARGE(218, "constants or defaults make a value too large"),
    MEMBER_MISSING(219, "a value lacks a member that is required"),
    BREAKS_CONSTRAINT(220, "a value breaks a constraint of its type"),

    // Services.
    ONEWAY_ANSWERS(300, "a oneway method has a result or errors"),
    VARIADIC(301, "a variadic parameter is not the only one, or not a plain one"),
    UNKNOWN_STATUS(302, "an error has an unknown status code"),
    STREAM_PLACE(303, "a stream is where there cannot be one"),
    EXTENDS_ITSELF(304, "a service extends itself"),
    INHERITED_CLASH(305, "an inherited method clashes with another one"),
    INHERITS_TOO_MUCH(306, "a service inherits too much"),

    // Annotations.
    UNKNOWN_ANNOTATION(400, "an annotation is unknown"),
    ANNOTATION_PLACE(401, "an annotation is in a place where it means nothing"),
    ANNOTATION_ARGUMENTS(402, "the arguments of an annotation do not fit"),
    DUPLICATE_ANNOTATION(403, "an annotation is there twice"),
    ANNOTATION_TYPE(404, "an annotation does not fit the type that it follows"),
    BAD_BOUNDS(405, "the bounds of a constraint allow nothing, or what its type cannot hold"),
    BAD_PATTERN(406, "a pattern is malformed"),
    PATTERN_TOO_LARGE(407, "a pattern is too large"),
    BARE_ANCHOR(408, "a pattern has an anchor, which is an ordinary character there", Severity.WARNING),
    CONSTRAINT_TWICE(409, "a type has a constraint of the same kind already"),
    ALIAS_CLASH(410, "an older name is one that something else has"),
    METHOD_CONTRADICTION(411, "an annotation contradicts its method, or another annotation"),
    IDEMPOTENCY_KEY(412, "the key of an idempotent method is not a parameter that can be one"),
    BAD_TIMEOUT(413, "a timeout is malformed or out of range"),
    UNKNOWN_FINDING(414, "an allowance names a finding that does not exist"),
    EXAMPLE_CALL(415, "an example does not fit its method"),

    // Lint: RI1000 and up. Text and packages.
    LINT_INVISIBLE_CHARACTER(1001, "a text holds a character that no one can see", Severity.WARNING),
    LINT_PACKAGE_FOLDER(1002, "a file does not lie in the folder of its package", Severity.WARNING),
    LINT_PACKAGE_VERSION(1003, "a package name does not end in a version", Severity.WARNING),
    LINT_PACKAGE_CYCLE(1004, "packages depend on each other in a circle", Severity.WARNING),
    LINT_UNSTABLE_PACKAGE(1005, "a stable package depends on an unstable one", Severity.WARNING),

    // Lint: names.
    LINT_TYPE_NAME(1010, "the name of a type or a service is not in PascalCase", Severity.WARNING),
    LINT_MEMBER_NAME(1011, "the name of a field, a parameter or a union member is not in camelCase", Severity.WARNING),
    LINT_METHOD_NAME(1012, "the name of a method is not in camelCase", Severity.WARNING),
    LINT_ENUM_MEMBER_NAME(1013, "the name of an enum member is not in UPPER_SNAKE_CASE", Severity.WARNING),
    LINT_CONSTANT_NAME(1014, "the name of a constant is not in UPPER_SNAKE_CASE", Severity.WARNING),
    LINT_NAME_IN_TWO_CASES(1015, "a package writes one name in two cases", Severity.WARNING),
    LINT_ENUM_PREFIX(1016, "the members of an enum repeat its name", Severity.WARNING),
    LINT_STUTTER(1017, "a field repeats the name of its type", Severity.WARNING),
    LINT_EXCLUDING_WORD(1018, "a name has a word that excludes people", Severity.WARNING),
    LINT_UNKNOWN_MEMBER(1019, "an open enum has a member for what is unknown", Severity.WARNING),
    LINT_RESERVED_WORD(1020, "a name is a reserved word of Java, Python or TypeScript", Severity.WARNING),
    LINT_PLATFORM_TYPE(1021, "a type is named like one that every program knows", Severity.WARNING),

    // Lint: documentation and deprecation.
    LINT_SERVICE_DOC(1030, "a service has no doc comment", Severity.WARNING),
    LINT_METHOD_DOC(1031, "a method has no doc comment", Severity.WARNING),
    LINT_TYPE_DOC(1032, "a type has no doc comment", Severity.WARNING),
    LINT_DEPRECATED_REASON(1033, "a deprecation does not say what to use instead", Severity.WARNING),
    LINT_DEPRECATED_IN_DOC(1034, "a doc comment says deprecated, the contract does not", Severity.WARNING),
    LINT_DEPRECATED_TYPE(1035, "something that is not deprecated needs a deprecated type", Severity.WARNING),
    LINT_DEPRECATED_REQUIRED(
            1036, "a deprecated field is required, so that no one can stop sending it", Severity.WARNING),
    LINT_ROLLOUT_DOC(1037, "a rollout does not say where it leads", Severity.WARNING),
    LINT_UNFINISHED_DOC(1038, "a doc comment is not finished", Severity.WARNING),

    // Lint: safety.
    LINT_SENSITIVE_NAME(1040, "a name sounds like a secret, and is not marked as sensitive", Severity.WARNING),
    LINT_UNBOUNDED_BYTES(1041, "a request holds bytes of any size", Severity.WARNING),
    LINT_UNBOUNDED_CONTAINER(1042, "a request holds a container of any size", Severity.WARNING),
    LINT_UNBOUNDED_STRING(1043, "a request holds strings of any length", Severity.WARNING),

    // Lint: types.
    LINT_NUMBER_AS_TIME(1050, "a point in time is a number or a string", Severity.WARNING),
    LINT_NUMBER_AS_DURATION(1051, "a length of time is a number", Severity.WARNING),
    LINT_FLOAT_AS_MONEY(1052, "an amount of money is a floating-point number", Severity.WARNING),
    LINT_STRING_AS_UUID(1053, "a UUID is a string", Severity.WARNING),
    LINT_INT64_ID(1054, "browsers lose digits of an id of type int64", Severity.WARNING),
    LINT_ANY(1055, "a type is any", Severity.WARNING),
    LINT_CLOSED(1056, "an enum or a union can never grow", Severity.WARNING),
    LINT_BOOL_AS_STATE(1057, "a bool has the name of a state with more than two values", Severity.WARNING),
    LINT_BOOL_PAIR(1058, "two bools exclude each other", Severity.WARNING),
    LINT_OPTIONAL_CONTAINER(1059, "a container may be absent and may be empty", Severity.WARNING),
    LINT_NESTED_CONTAINER(1060, "containers are nested three deep", Severity.WARNING),
    LINT_UNUSED_TYPE(1061, "no service of the contract needs a type", Severity.WARNING),

    // Lint: services and errors.
    LINT_READONLY_MISSING(1070, "a method sounds as if it only read, and does not say so", Severity.WARNING),
    LINT_READONLY_WRITES(1071, "a method that sounds as if it wrote is marked @readonly", Severity.WARNING),
    LINT_IDEMPOTENT_KEY(1072, "a method that creates is idempotent without a key", Severity.WARNING),
    LINT_ONEWAY_COMMAND(1073, "no one learns whether a command was carried out", Severity.WARNING),
    LINT_BARE_CONTAINER(1074, "a method answers with a bare container", Severity.WARNING),
    LINT_BARE_BOOL(1075, "a method answers with a bare bool", Severity.WARNING),
    LINT_UNPAGED_LIST(1076, "a method lists without a limit", Severity.WARNING),
    LINT_MANY_PARAMETERS(1077, "a method has many parameters", Severity.WARNING),
    LINT_BOOL_PARAMETERS(1078, "a method has two or more bool parameters", Severity.WARNING),
    LINT_REQUEST_WRAPPER(1079, "the only parameter of a method is a request of its own", Severity.WARNING),
    LINT_EMPTY_SERVICE(1080, "a service has no methods", Severity.WARNING),
    LINT_ERROR_CODE(1081, "an error has no status code", Severity.WARNING),
    LINT_ERROR_CODE_MISMATCH(1082, "an error says one thing, and its status code another", Severity.WARNING),
    LINT_ERROR_NAME(1083, "the name of an error repeats that it is one", Severity.WARNING),

    LINT_UNUSED_ALLOWANCE(1099, "an allowance suppresses nothing", Severity.WARNING),

    // Breaking changes: RI2000 and up. Declarations.
    PACKAGE_REMOVED(2001, "a package is gone"),
    JAVA_PACKAGE_CHANGED(2002, "the Java package of a package is another one"),
    TYPE_REMOVED(2003, "a type is gone"),
    TYPE_RENAMED(2004, "a type has another name or package"),
    ERROR_RENAMED(2005, "an error has another name or package"),
    KIND_CHANGED(2006, "a declaration is of another kind"),
    TYPE_CLOSED(2007, "an open enum or union is closed"),
    TYPE_OPENED(2008, "a closed enum or union is open", Severity.WARNING),
    TYPE_OPENED_IN_JAVA(2009, "a closed enum or union becomes another class of Java as it is open"),
    RESERVED_DROPPED(2010, "a reserved name is free again"),
    RESERVED_REUSED(2011, "a reserved name is used again"),
    CONSTANT_REMOVED(2012, "a constant is gone"),
    CONSTANT_TYPE_CHANGED(2013, "a constant has another type"),
    CONSTANT_CHANGED(2014, "a constant has another value", Severity.WARNING),
    TYPE_ALIAS_REMOVED(2015, "an alias of a type is gone"),
    ERROR_CODE_CHANGED(2016, "an error has another status code", Severity.WARNING),

    // Fields, parameters and members.
    REQUIRED_FIELD_ADDED(2020, "a new field is required"),
    REQUIRED_FIELD_REMOVED(2021, "a required field is gone"),
    FIELD_REMOVED(2022, "a field is gone and its name is not reserved"),
    FIELD_RETIRED(2023, "a field is gone and its name is reserved"),
    WIRE_NAME_CHANGED(2024, "a field, a parameter or a member has another name on the wire"),
    RENAMED_WITH_ALIAS(
            2025,
            "a field, a parameter or a member has another name on the wire and still takes the old one",
            Severity.WARNING),
    RENAMED_IN_JAVA(2026, "a field, a parameter or a member has another name, but not on the wire"),
    ALIAS_DROPPED(2027, "an older name is no longer read", Severity.WARNING),
    PRESENCE_CHANGED(2028, "what was required need not be there, or the reverse"),
    PRESENCE_STEP(2029, "a field takes a step between required and optional", Severity.WARNING),
    PRESENCE_IN_JAVA(2030, "a field or a parameter may no longer be absent to programs", Severity.WARNING),
    DEFAULT_DROPPED(2031, "a field or a parameter loses its default", Severity.WARNING),
    DEFAULT_CHANGED(2032, "a default has another value", Severity.WARNING),
    TRISTATE_CHANGED(2033, "a field begins or ends to tell absent from null"),
    SENSITIVE_DROPPED(2034, "a value is no longer sensitive", Severity.WARNING),

    // Types of values.
    TYPE_CHANGED(2040, "a type is another one"),
    TYPE_WIDENED(2041, "a number is wider", Severity.WARNING),
    NEWTYPE_CHANGED(2042, "a type becomes a newtype of itself, or the reverse"),
    ENTRIES_CHANGED(2043, "a map is written in another form"),
    ENCODING_CHANGED(2044, "a number is written in another form", Severity.WARNING),
    CONSTRAINT_TIGHTENED(2045, "a constraint allows less"),
    CONSTRAINT_LOOSENED(2046, "a constraint allows more", Severity.WARNING),

    // Members of enums and unions.
    MEMBER_REMOVED(2050, "a member of an enum or a union is gone"),
    MEMBER_ADDED_TO_CLOSED(2051, "a closed enum or union has a new member"),
    MEMBER_ADDED(2052, "an open enum or union has a new member", Severity.WARNING),
    PAYLOAD_CHANGED(2053, "a member of a union gains or loses a payload"),
    PAYLOAD_OPTIONAL(2054, "a member of a union gains or loses a payload that may be empty"),

    // Services and methods.
    SERVICE_REMOVED(2060, "a service is gone"),
    SERVICE_RENAMED(2061, "a service has another name, but not on the wire"),
    SERVICE_WIRE_NAME_CHANGED(2062, "a service has another name on the wire"),
    PARENT_REMOVED(2063, "a service no longer extends another"),
    METHOD_REMOVED(2064, "a method is gone"),
    METHOD_RENAMED(2065, "a method has another name, but not on the wire"),
    METHOD_WIRE_NAME_CHANGED(2066, "a method has another name on the wire"),
    STREAM_CHANGED(2067, "a method begins or ends to use a stream"),
    ONEWAY_CHANGED(2068, "a method begins or ends to be answered"),
    RESULT_CHANGED(2069, "a method begins or ends to have a result"),
    RESULT_OPTIONAL(2070, "a result may be absent"),
    RESULT_REQUIRED(2071, "a result may no longer be absent", Severity.WARNING),
    REQUIRED_PARAMETER_ADDED(2072, "a new parameter is required"),
    REQUIRED_PARAMETER_REMOVED(2073, "a required parameter is gone"),
    PARAMETER_REMOVED(2074, "a parameter that may be absent is gone"),
    PARAMETER_OPTIONAL(2075, "a required parameter may be absent", Severity.WARNING),
    PARAMETER_DEFAULTED(2076, "a required parameter has a default"),
    POSITIONS_CHANGED(2077, "the positions of parameters are others"),
    POSITIONAL_CHANGED(2078, "a method begins or ends to pass parameters by position", Severity.WARNING),
    VARIADIC_CHANGED(2079, "a method begins or ends to be variadic"),
    THROWS_ADDED(2080, "a method throws a new error", Severity.WARNING),
    THROWS_REMOVED(2081, "a method no longer throws an error"),
    REPEATABLE_DROPPED(2082, "a method may no longer be repeated"),
    REPEATABLE_CHANGED(2083, "a method may be repeated for another reason than before", Severity.WARNING),
    TIMEOUT_CHANGED(2084, "a method has another timeout", Severity.WARNING),

    // Import of Thrift: RI3000 and up.
    THRIFT_WORD(3001, "a string, a comment, a number or a character of a Thrift file is malformed"),
    THRIFT_SYNTAX(3002, "a Thrift file does not follow the grammar"),
    THRIFT_INCLUDE_MISSING(3010, "a Thrift file includes one that is not there", Severity.WARNING),
    THRIFT_INCLUDE_CYCLE(3011, "Thrift files include each other in a circle"),
    THRIFT_CLASH(3020, "a name is defined twice in a Thrift file or in a package made of some"),
    THRIFT_RENAMED(3021, "a definition of Thrift gets another name in the contract", Severity.WARNING),
    THRIFT_UNKNOWN(3022, "a name of a Thrift file is not defined"),
    THRIFT_KIND(3023, "a name of a Thrift file means something that does not fit its place"),
    THRIFT_CIRCLE(3024, "a typedef or a service of Thrift is made of itself"),
    THRIFT_VALUE(3030, "a constant or a default of Thrift cannot be said in a contract", Severity.WARNING),
    THRIFT_CHANGED(3031, "a field or a method of Thrift means something else in the contract", Severity.WARNING),
    THRIFT_ONEWAY(3032, "a oneway method of Thrift has an answer"),

    // Generators: RI4000 and up.
    JAVA_CLASS_CLASH(4001, "a Java class would be generated twice, or would hide another"),
    JAVA_TOO_LARGE(4002, "a declaration is larger than Java takes"),
// 4003 was said of streams before they were generated.
;

    private final String id;
    private final String title;
    private final Severity severity;

    Code(int number, String title) {
        this(number, title, Severity.ERROR);
    }

    Code(int number, String title, Severity severity) {
        this.id = "RI" + String.valueOf(10_000 + number).substring(1);
        this.title = title;
        this.severity = severity;
    }

    /** Returns what is printed and searched for, such as {@code RI0123}. */
    public String id() {
        return id;
    }

    /** Returns what all diagnostics of this kind have in common, as a clause. */
    public String title() {
        return title;
    }

    /** Returns how bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Returns whether it is that of a lint rule. */
    public boolean isLint() {
        return id.startsWith("RI1");
    }

    /** Returns whether it is that of a breaking change. */
    public boolean isBreaking() {
        return id.startsWith("RI2");
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
