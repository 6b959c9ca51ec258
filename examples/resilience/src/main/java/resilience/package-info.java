/** Servers that are restarted, killed and flooded under a steady load, and what their callers notice. */
package resilience;
