/*
 * The whole language, also the parts that the compiler does not support yet: those are refused later, with a reason.
 *
 * Keywords are contextual: the rule `name` takes every one of them, so two tokens of lookahead are needed where a
 * keyword may begin a construct or be a plain name. Nothing needs more, but for `stream throws`, and nothing is
 * ambiguous; a test holds both. Recursion goes through brackets only, whose depth is checked before parsing.
 *
 * Some tokens are wider than the language (NAME, NUMBER, UNCLOSED_STRING ...), so that a mistake in a word is one
 * clear diagnostic instead of several odd ones; TokenCheck refuses what is too wide. Text outside ASCII reaches
 * the lexer as U+007F, see AsciiText.
 */
grammar Rpcidl;

file
    : item* EOF
    ;

item
    : versionStatement
    | packageStatement
    | importStatement
    | optionStatement
    | declaration
    ;

versionStatement
    : 'rpcidl' NUMBER ';'
    ;

packageStatement
    : 'package' dottedName ';'
    ;

importStatement
    : 'import' name ('.' name)* ('.' importedNames | 'as' importAlias) ';'
    ;

importedNames
    : '{' name (',' name)* ','? '}'
    ;

importAlias
    : name
    ;

optionStatement
    : 'option' dottedName '=' literal ';'
    ;

declaration
    : annotation*
      ( structDeclaration
      | enumDeclaration
      | unionDeclaration
      | errorDeclaration
      | serviceDeclaration
      | newtypeDeclaration
      | aliasDeclaration
      | constDeclaration
      | mixinDeclaration
      | annotationDeclaration
      )
    ;

structDeclaration
    : 'struct' name typeParameters? structBody
    ;

errorDeclaration
    : 'error' name statusCode? structBody
    ;

statusCode
    : '(' name ')'
    ;

mixinDeclaration
    : 'mixin' name typeParameters? structBody
    ;

structBody
    : '{' structItem* '}'
    ;

structItem
    : field
    | reserved ';'
    ;

field
    : annotation* 'rollout'? name ':' type annotation* default_? ';'
    ;

default_
    : '=' literal annotation*
    ;

reserved
    : 'reserved' STRING (',' STRING)*
    ;

enumDeclaration
    : 'closed'? 'enum' name enumBody
    ;

enumBody
    : '{' (enumItem (',' enumItem)* ','?)? '}'
    ;

enumItem
    : annotation* name annotation*
    | reserved
    ;

unionDeclaration
    : 'closed'? 'union' name typeParameters? unionBody
    ;

unionBody
    : '{' unionItem* '}'
    ;

unionItem
    : annotation* name (':' type)? annotation* ';'
    | reserved ';'
    ;

serviceDeclaration
    : 'service' name ('extends' dottedName (',' dottedName)*)? serviceBody
    ;

serviceBody
    : '{' method* '}'
    ;

method
    : annotation* 'oneway'? name parameters (':' result)? throws_? ';'
    ;

parameters
    : '(' (parameter (',' parameter)*)? ')'
    ;

parameter
    : annotation* name ':' 'stream'? type '...'? annotation* default_?
    ;

result
    : 'stream'? type annotation*
    ;

throws_
    : 'throws' dottedName (',' dottedName)*
    ;

newtypeDeclaration
    : 'newtype' name ':' type annotation* ';'
    ;

aliasDeclaration
    : 'alias' name typeParameters? '=' type annotation* ';'
    ;

constDeclaration
    : 'const' name ':' type '=' literal annotation* ';'
    ;

annotationDeclaration
    : 'annotation' name parameters? ';'
    ;

typeParameters
    : '<' name (',' name)* '>'
    ;

type
    : dottedName typeArguments? '?'*
    ;

typeArguments
    : '<' typeArgument (',' typeArgument)* '>'
    ;

typeArgument
    : type annotation*
    ;

annotation
    : '@' dottedName annotationArguments?
    ;

annotationArguments
    : '(' (argument (',' argument)* ','?)? ')'
    ;

argument
    : (name '=')? argumentValue
    ;

argumentValue
    : literal ('..' literal?)?
    | '..' literal
    ;

literal
    : NUMBER
    | STRING
    | dottedName
    | listLiteral
    | mapLiteral
    ;

listLiteral
    : '[' (literal (',' literal)* ','?)? ']'
    ;

mapLiteral
    : '{' (mapEntry (',' mapEntry)* ','?)? '}'
    ;

mapEntry
    : literal ':' literal
    ;

dottedName
    : name ('.' name)*
    ;

name
    : NAME
    | RPCIDL | PACKAGE | IMPORT | AS | OPTION
    | STRUCT | ERROR | MIXIN | CLOSED | ENUM | UNION | SERVICE | NEWTYPE | ALIAS | CONST | ANNOTATION
    | ROLLOUT | RESERVED | EXTENDS | ONEWAY | STREAM | THROWS
    ;

RPCIDL     : 'rpcidl' ;
PACKAGE    : 'package' ;
IMPORT     : 'import' ;
AS         : 'as' ;
OPTION     : 'option' ;
STRUCT     : 'struct' ;
ERROR      : 'error' ;
MIXIN      : 'mixin' ;
CLOSED     : 'closed' ;
ENUM       : 'enum' ;
UNION      : 'union' ;
SERVICE    : 'service' ;
NEWTYPE    : 'newtype' ;
ALIAS      : 'alias' ;
CONST      : 'const' ;
ANNOTATION : 'annotation' ;
ROLLOUT    : 'rollout' ;
RESERVED   : 'reserved' ;
EXTENDS    : 'extends' ;
ONEWAY     : 'oneway' ;
STREAM     : 'stream' ;
THROWS     : 'throws' ;

SEMICOLON     : ';' ;
COMMA         : ',' ;
COLON         : ':' ;
EQUALS        : '=' ;
AT            : '@' ;
DOT           : '.' ;
RANGE         : '..' ;
ELLIPSIS      : '...' ;
QUESTION      : '?' ;
LEFT_BRACE    : '{' ;
RIGHT_BRACE   : '}' ;
LEFT_PAREN    : '(' ;
RIGHT_PAREN   : ')' ;
LEFT_BRACKET  : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_ANGLE    : '<' ;
RIGHT_ANGLE   : '>' ;

NAME
    : [A-Za-z_$\u007F] [A-Za-z0-9_$\u007F]*
    ;

NUMBER
    : '-'? DIGITS ('.' DIGITS)? ([eE] [+\-] DIGITS)?
    | '-Infinity'
    ;

fragment DIGITS
    : [0-9] [A-Za-z0-9_$\u007F]*
    ;

STRING
    : '"' STRING_CHARACTER* '"'
    ;

UNCLOSED_STRING
    : '"' STRING_CHARACTER* '\\'?
    ;

fragment STRING_CHARACTER
    : ~["\\\r\n]
    | '\\' ~[\r\n]
    ;

COMMENT
    : '/*' (~'*' | '*'+ ~[*/])* '*'+ '/' -> channel(HIDDEN)
    ;

UNCLOSED_COMMENT
    : '/*' (~'*' | '*'+ ~[*/])* '*'* -> channel(HIDDEN)
    ;

LINE_COMMENT
    : '//' ~[\r\n]* -> channel(HIDDEN)
    ;

WHITE_SPACE
    : [ \t\r\n\f]+ -> skip
    ;

UNKNOWN
    : . -> channel(HIDDEN)
    ;
