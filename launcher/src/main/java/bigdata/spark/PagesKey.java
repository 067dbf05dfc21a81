package bigdata.spark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens Spark's pages, which are closed by Spark's filter {@code JWSFilter}: a key of 32 bytes that follows from the cluster's
 * secret, so that every member has it without being told, and nobody else.
 */
public final class PagesKey {
    /** Seconds that a pass holds: clocks of the cluster's machines may differ, and whoever caught one must not keep it. */
    private static final int SECONDS = 300;
    private static final String HMAC = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;

    private PagesKey(byte[] key) {
        this.key = key;
    }

    /** @param secret the cluster's, {@code spark.authenticate.secret} */
    public static PagesKey of(String secret) {
        return new PagesKey(hmac(secret.getBytes(StandardCharsets.UTF_8), "pages"));
    }

    /** The key in the letters in which the filter takes it. For files of mode 0600 only. */
    public String text() {
        return Base64.getUrlEncoder().encodeToString(key);
    }

    /** The header field that opens a page. */
    Map<String, String> header() {
        String signed = encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"exp\":" + (Instant.now().getEpochSecond() + SECONDS) + "}");
        return Map.of("Authorization", "Bearer " + signed + "." + BASE64.encodeToString(hmac(key, signed)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PagesKey that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** Not what it is. */
    @Override
    public String toString() {
        return "PagesKey";
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }
}
