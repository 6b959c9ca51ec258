/** What docs/extending.md shows: for each seam one small class, as somebody else would write it. */
package extending;
