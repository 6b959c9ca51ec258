package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.ContractPackage;

/**
 * A package that is in both contracts.
 *
 * @param places where changes of it are reported
 */
record PackagePair(ContractPackage before, ContractPackage after, PackagePlaces places) {}
