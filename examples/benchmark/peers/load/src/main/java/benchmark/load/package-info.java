/** The load that all peers are put under, the same for each. */
package benchmark.load;
