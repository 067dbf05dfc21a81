package bigdata.spark.catalog;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.RealmCallback;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.security.Credentials;
import org.apache.hadoop.security.token.Token;
import org.apache.hadoop.security.token.TokenIdentifier;

/**
 * What clients of the catalog prove that they have: a token of Hadoop's, which they find in a file of mode 0600.
 *
 * @param secret nobody else knows it
 */
record CatalogToken(byte[] secret) {
    /** By which Hive's clients find it among other tokens: {@code hive.metastore.token.signature}. */
    private static final Text SIGNATURE = new Text("bigdata");
    private static final Text KIND = new Text("HIVE_DELEGATION_TOKEN");
    private static final byte[] NAME = "bigdata".getBytes(StandardCharsets.US_ASCII);

    /** Writes the file that clients read, whole or not at all. */
    void write(Path file) throws IOException {
        Credentials credentials = new Credentials();
        credentials.addToken(SIGNATURE, new Token<TokenIdentifier>(NAME, secret, KIND, SIGNATURE));
        Path begun = Files.createTempFile(file.getParent(), "token", ""); // 0600
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(begun))) {
            credentials.writeTokenStorageToStream(out);
        }
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Tells SASL what a client must know. Hadoop's clients send both parts in Base64. */
    CallbackHandler callbacks() {
        String name = Base64.getEncoder().encodeToString(NAME);
        char[] password = Base64.getEncoder().encodeToString(secret).toCharArray();
        return callbacks -> {
            boolean known = true;
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback asked) {
                    known = name.equals(asked.getDefaultName());
                } else if (callback instanceof PasswordCallback asked) {
                    asked.setPassword(known ? password : null);
                } else if (callback instanceof AuthorizeCallback asked) {
                    asked.setAuthorized(asked.getAuthenticationID().equals(asked.getAuthorizationID()));
                } else if (!(callback instanceof RealmCallback)) {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        };
    }
}
