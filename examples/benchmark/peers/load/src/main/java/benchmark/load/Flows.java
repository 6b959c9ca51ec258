package benchmark.load;

/** What some peers offer beside the four operations: streams, and messages that are large. */
public interface Flows {

    /** Reads a stream of the server's, of so many {@link Items} with texts of so many characters, and returns what came. */
    Tally download(int items, int size) throws Exception;

    /** Sends such a stream, and returns what the server has counted. */
    Tally upload(int items, int size) throws Exception;

    /** Has a text sent back; returns whether it is the same. */
    boolean echoText(String text) throws Exception;

    /** Returns a way to have bytes sent back, in what the peer keeps bytes in; each call tells whether they are the same. */
    Caller.Blocking echoBytes(byte[] bytes);
}
