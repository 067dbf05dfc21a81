package bigdata.spark.plugin;

/** The cluster can never give an application what it asks for. One sentence for a person: it carries no stack trace. */
public final class ImpossibleRequestException extends RuntimeException {
    ImpossibleRequestException(String message) {
        super(message, null, false, false);
    }
}
