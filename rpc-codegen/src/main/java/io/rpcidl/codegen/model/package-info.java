/**
 * Contracts as JSON, for generators and tools in any language: {@link io.rpcidl.codegen.model.ModelGenerator} is the door.
 * The format is described in docs/model.md; its version grows when a member changes its meaning or goes.
 */
package io.rpcidl.codegen.model;
