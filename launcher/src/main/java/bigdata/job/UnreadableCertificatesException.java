package bigdata.job;

import bigdata.BigdataException;

/** The bundle that {@code SSL_CERT_FILE} names cannot be read. */
final class UnreadableCertificatesException extends BigdataException {
    UnreadableCertificatesException(String bundle, Exception cause) {
        super("SSL_CERT_FILE names " + bundle + ", which cannot be used as a bundle of certificates (PEM): " + cause.getMessage()
                + "; correct it, or unset SSL_CERT_FILE", cause);
    }
}
