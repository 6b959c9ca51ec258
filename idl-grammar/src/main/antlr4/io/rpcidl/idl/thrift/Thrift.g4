/*
 * The IDL of Apache Thrift 0.17, for the importer alone. More generous than Thrift's own compiler where that costs
 * nothing: separators may stand wherever they do no harm, headers may follow definitions, the statements for namespaces
 * of old versions are understood, and every word may be the name of a member.
 *
 * One token decides everywhere. Recursion goes through brackets only, whose depth is checked before parsing. Text
 * outside ASCII reaches the lexer as U+007F, which only strings and comments take.
 */
grammar Thrift;

document
    : (statement separator*)* EOF
    ;

statement
    : includeStatement
    | cppIncludeStatement
    | namespaceStatement
    | constDefinition
    | typedefDefinition
    | enumDefinition
    | senumDefinition
    | structDefinition
    | unionDefinition
    | exceptionDefinition
    | serviceDefinition
    ;

includeStatement
    : 'include' STRING
    ;

cppIncludeStatement
    : 'cpp_include' STRING
    ;

namespaceStatement
    : 'namespace' ('*' | scope) (IDENTIFIER | STRING) annotations?
    | OLD_NAMESPACE (IDENTIFIER | STRING)
    ;

scope
    : IDENTIFIER
    ;

constDefinition
    : 'const' type name '=' value annotations?
    ;

typedefDefinition
    : 'typedef' type name annotations?
    ;

enumDefinition
    : 'enum' name enumBody annotations?
    ;

enumBody
    : '{' enumMember* '}'
    ;

enumMember
    : name ('=' INTEGER)? annotations? separator?
    ;

senumDefinition
    : 'senum' name senumBody annotations?
    ;

senumBody
    : '{' (STRING separator?)* '}'
    ;

structDefinition
    : 'struct' name 'xsd_all'? structBody annotations?
    ;

unionDefinition
    : 'union' name 'xsd_all'? structBody annotations?
    ;

exceptionDefinition
    : 'exception' name structBody annotations?
    ;

structBody
    : '{' field* '}'
    ;

field
    : fieldId? requiredness? type '&'? name default_? xsd* annotations? separator?
    ;

fieldId
    : INTEGER ':'
    ;

requiredness
    : 'required'
    | 'optional'
    ;

default_
    : '=' value
    ;

xsd
    : 'xsd_optional'
    | 'xsd_nillable'
    | 'xsd_attrs' structBody
    ;

serviceDefinition
    : 'service' name ('extends' IDENTIFIER)? serviceBody annotations?
    ;

serviceBody
    : '{' method* '}'
    ;

method
    : ('oneway' | 'async')? ('void' | type) name '(' field* ')' throws_? annotations? separator?
    ;

throws_
    : 'throws' '(' field* ')'
    ;

type
    : (baseType | IDENTIFIER | listType | setType | mapType) annotations?
    ;

baseType
    : 'bool'
    | 'byte'
    | 'i8'
    | 'i16'
    | 'i32'
    | 'i64'
    | 'double'
    | 'string'
    | 'binary'
    | 'uuid'
    | 'slist'
    ;

listType
    : 'list' cppType? '<' type '>' cppType?
    ;

setType
    : 'set' cppType? '<' type '>'
    ;

mapType
    : 'map' cppType? '<' type ',' type '>'
    ;

cppType
    : 'cpp_type' STRING
    ;

annotations
    : '(' annotation* ')'
    ;

annotation
    : name ('=' (STRING | INTEGER))? separator?
    ;

value
    : INTEGER
    | DOUBLE
    | STRING
    | IDENTIFIER
    | 'true'
    | 'false'
    | listValue
    | mapValue
    ;

listValue
    : '[' (value separator?)* ']'
    ;

mapValue
    : '{' mapEntry* '}'
    ;

mapEntry
    : value ':' value separator?
    ;

separator
    : ','
    | ';'
    ;

name
    : IDENTIFIER
    | 'include' | 'cpp_include' | 'namespace' | OLD_NAMESPACE | 'const' | 'typedef' | 'enum' | 'senum' | 'struct'
    | 'union' | 'exception' | 'service' | 'extends' | 'throws' | 'oneway' | 'async' | 'void' | 'required' | 'optional'
    | 'bool' | 'byte' | 'i8' | 'i16' | 'i32' | 'i64' | 'double' | 'string' | 'binary' | 'uuid' | 'slist' | 'list'
    | 'set' | 'map'
    ;

INCLUDE     : 'include' ;
CPP_INCLUDE : 'cpp_include' ;
NAMESPACE   : 'namespace' ;
CONST       : 'const' ;
TYPEDEF     : 'typedef' ;
ENUM        : 'enum' ;
SENUM       : 'senum' ;
STRUCT      : 'struct' ;
UNION       : 'union' ;
EXCEPTION   : 'exception' ;
SERVICE     : 'service' ;

EXTENDS      : 'extends' ;
THROWS       : 'throws' ;
ONEWAY       : 'oneway' ;
ASYNC        : 'async' ;
VOID         : 'void' ;
REQUIRED     : 'required' ;
OPTIONAL     : 'optional' ;
BOOL         : 'bool' ;
BYTE         : 'byte' ;
I8           : 'i8' ;
I16          : 'i16' ;
I32          : 'i32' ;
I64          : 'i64' ;
DOUBLE_TYPE  : 'double' ;
STRING_TYPE  : 'string' ;
BINARY       : 'binary' ;
UUID         : 'uuid' ;
SLIST        : 'slist' ;
LIST         : 'list' ;
SET          : 'set' ;
MAP          : 'map' ;
CPP_TYPE     : 'cpp_type' ;
XSD_ALL      : 'xsd_all' ;
XSD_OPTIONAL : 'xsd_optional' ;
XSD_NILLABLE : 'xsd_nillable' ;
XSD_ATTRS    : 'xsd_attrs' ;
TRUE         : 'true' ;
FALSE        : 'false' ;

OLD_NAMESPACE
    : 'cpp_namespace'
    | 'java_package'
    | 'csharp_namespace'
    | 'delphi_namespace'
    | 'php_namespace'
    | 'py_module'
    | 'perl_package'
    | 'ruby_namespace'
    | 'smalltalk_category'
    | 'smalltalk_prefix'
    | 'cocoa_prefix'
    | 'xsd_namespace'
    ;

COMMA         : ',' ;
SEMICOLON     : ';' ;
COLON         : ':' ;
EQUALS        : '=' ;
STAR          : '*' ;
REFERENCE     : '&' ;
LEFT_BRACE    : '{' ;
RIGHT_BRACE   : '}' ;
LEFT_PAREN    : '(' ;
RIGHT_PAREN   : ')' ;
LEFT_BRACKET  : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_ANGLE    : '<' ;
RIGHT_ANGLE   : '>' ;

INTEGER
    : [+\-]? [0-9]+
    | [+\-]? '0x' [0-9A-Fa-f]+
    ;

DOUBLE
    : [+\-]? [0-9]* '.' [0-9]+ EXPONENT?
    | [+\-]? [0-9]+ EXPONENT
    ;

fragment EXPONENT
    : [eE] [+\-]? [0-9]+
    ;

IDENTIFIER
    : [A-Za-z_] ('.' [A-Za-z0-9_] | [A-Za-z0-9_])*
    ;

STRING
    : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"'
    | '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\''
    ;

UNCLOSED_STRING
    : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'?
    | '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\\'?
    ;

COMMENT
    : '/*' (~'*' | '*'+ ~[*/])* '*'+ '/' -> channel(HIDDEN)
    ;

UNCLOSED_COMMENT
    : '/*' (~'*' | '*'+ ~[*/])* '*'* -> channel(HIDDEN)
    ;

LINE_COMMENT
    : ('//' | '#') ~[\r\n]* -> channel(HIDDEN)
    ;

WHITE_SPACE
    : [ \t\r\n\f\u000B]+ -> skip
    ;

UNKNOWN
    : . -> channel(HIDDEN)
    ;
