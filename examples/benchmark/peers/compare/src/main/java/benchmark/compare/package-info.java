/** Runs the peers in turn, and shows what came out: tables, a file of all figures, and charts. */
package benchmark.compare;
