/**
 * From a contract to the same contract in the one style there is. {@link io.rpcidl.idl.format.Formatter} is the door to
 * text, {@link io.rpcidl.idl.format.ContractFormatting} that to files.
 *
 * <p>A style ({@code FileStyle} and those below it) walks over the constructs of a file and tells the {@code Typesetter}
 * what stands between two words; the typesetter adds the comments that stand there too and so fills a {@code Document},
 * a list of words and of places where a line may end; the {@code Printer} decides which of them do.
 *
 * <p>Formatting twice changes nothing the second time, because the document depends on nothing but the words, the
 * comments, and three choices of the author that the printer writes down again as they were: whether a line ends before or
 * behind a comment, where a line is blank, and whether an enum stands on one line.
 */
package io.rpcidl.idl.format;
