package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.ContractPackage;

/** A package that is in both contracts. */
record PackagePair(ContractPackage before, ContractPackage after, Place place) {}
