package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.model.QualifiedName;

/** A declaration under its full name. */
public record Symbol(QualifiedName name, Declaration declaration) {}
