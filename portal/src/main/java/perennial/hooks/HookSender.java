package perennial.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import perennial.net.InsideAddress;
import perennial.net.OutsideNames;
import perennial.net.PlainClient;

/**
 * Posts a message once. Follows no redirect, keeps no cookie, and connects only to the very address that was judged to lie outside
 * the network.
 */
@Component
class HookSender implements DisposableBean {
    private static final int ENOUGH = 1024;

    private final CloseableHttpClient client;

    HookSender(HooksProperties properties) {
        var silence = Timeout.of(properties.timeout());
        var names = new OutsideNames(SystemDefaultDnsResolver.INSTANCE, host -> properties.inside());
        client = PlainClient.with(names, silence, silence);
    }

    Attempt send(String address, String message, Instant at, String payload, HookSecret secret) {
        var request = new HttpPost(URI.create(address));
        request.setHeader("webhook-id", message);
        request.setHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        request.setHeader("webhook-signature", secret.sign(message, at, payload));
        request.setEntity(new ByteArrayEntity(payload.getBytes(UTF_8), ContentType.APPLICATION_JSON));
        long began = System.nanoTime();
        try {
            int status = client.execute(request, response -> answer(request, response));
            return new Attempt(status, status / 100 == 2 ? "" : "It answered " + status, since(began));
        } catch (IOException e) {
            return new Attempt(null, describe(e), since(began));
        }
    }

    /** The status; what else it says is read a little way, so that the connection can be used again. */
    private static int answer(HttpPost request, ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity != null && entity.getContent().readNBytes(ENOUGH + 1).length > ENOUGH) request.abort();
        return response.getCode();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String describe(IOException trouble) {
        return switch (trouble) {
            case InsideAddress e -> "The name “%s” leads inside the network".formatted(e.getMessage());
            case UnknownHostException e -> "The name “%s” is not known".formatted(e.getMessage());
            case ConnectException _ -> "Nothing answers at that address";
            case InterruptedIOException _ -> "No answer came within the time allowed";
            case SSLException e -> "No secure connection: " + e.getMessage();
            default -> "The connection broke: " + trouble.getMessage();
        };
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
