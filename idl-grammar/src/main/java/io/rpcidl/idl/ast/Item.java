package io.rpcidl.idl.ast;

/** What stands at the outermost level of a file. */
public sealed interface Item extends Node permits VersionStatement, PackageStatement, Import, Option, Declaration {}
