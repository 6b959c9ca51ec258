/** What a command has to do with the shell: where it reads and prints, and how it ends. */
package io.rpcidl.cli.shell;
