package bigdata.spark.master;

/** No Master that leads a cluster answered. */
public final class MasterUnreachableException extends Exception {
    MasterUnreachableException(String which, Throwable cause) {
        super("the Spark Master does not answer: " + which, cause);
    }
}
