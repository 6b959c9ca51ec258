/** What compilers that others bring say of generated Java and of those who use it. */
package io.rpcidl.checks;
