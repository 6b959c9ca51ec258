/** What generated Java is to those who compile it, run it and upgrade it: contracts, their Java and users' code together. */
package io.rpcidl.cli.generated;
