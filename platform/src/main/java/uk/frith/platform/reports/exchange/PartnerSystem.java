package uk.frith.platform.reports.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Speaks to a partner's system. The name is looked up and judged before each request; Java keeps what it looked up for half
 * a minute, so that the request goes to the number that was judged. Redirections aren't followed.
 */
@Component
class PartnerSystem implements DisposableBean {

    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final AddressRules.Names NAMES = host -> List.of(InetAddress.getAllByName(host));

    private final AddressRules.Leeway leeway;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    PartnerSystem(ExchangeSettings settings) {
        this.leeway = new AddressRules.Leeway(settings.plainHttp(), settings.privateAddresses());
    }

    /** What came back. */
    sealed interface Reply {

        /** An answer, whatever it says. */
        record Answer(int status, String text) implements Reply {
            @Override
            public String toString() {
                return "Answer[" + status + "]";
            }
        }

        /** Nothing came back, or the address isn't one to send to; {@code sentence} holds nothing of what was sent. */
        record Nothing(String sentence) implements Reply {}
    }

    Optional<String> fault(String address) {
        return AddressRules.fault(address, leeway, NAMES);
    }

    Reply post(String endpoint, String path, Map<String, String> form) {
        return ask(
                endpoint,
                path,
                request -> request.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form), StandardCharsets.UTF_8)));
    }

    Reply get(String endpoint, String path, Map<String, String> query) {
        return ask(endpoint, path + "?" + encoded(query), HttpRequest.Builder::GET);
    }

    /** What is asked for. */
    private interface Asking {
        HttpRequest.Builder how(HttpRequest.Builder request);
    }

    private Reply ask(String endpoint, String path, Asking asking) {
        Optional<String> fault = fault(endpoint);
        if (fault.isPresent()) {
            return new Reply.Nothing(fault.get());
        }
        URI address = URI.create(endpoint.replaceAll("/+$", "") + "/" + path);
        HttpRequest request = asking.how(HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN))
                .header("Accept", "text/xml")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
                return bytes.length > LARGEST_ANSWER
                        ? new Reply.Nothing("The partner's system answered with more than 1 MiB")
                        : new Reply.Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new Reply.Nothing(
                    "The partner's system can't be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Nothing("The service was stopped meanwhile");
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
