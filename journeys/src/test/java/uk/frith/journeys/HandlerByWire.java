package uk.frith.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A call handler without a browser, who sends the forms of the pages as fast as they are answered. */
final class HandlerByWire {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String proof = "";

    private HandlerByWire(String address) {
        this.address = address;
    }

    static HandlerByWire signIn(Product product) throws IOException, InterruptedException {
        Product.SignIn signIn = product.signIn(Role.CALL_HANDLER);
        HandlerByWire handler = new HandlerByWire(product.address());
        handler.get("/sign-in");
        handler.post("/sign-in", Map.of("email", signIn.email(), "password", signIn.password()));
        handler.get("/calls");
        return handler;
    }

    /**
     * Takes a call down; gives the path of its incident. Fails when it isn't acknowledged.
     *
     * @param caller everybody calls for the first time, so that each call has the same around it
     */
    String record(String account, int caller) throws IOException, InterruptedException {
        String draft = post("/calls", Map.of());
        Map<String, String> fields = new HashMap<>();
        fields.put("act", "record");
        fields.put("seen", "1");
        fields.put("phone", String.format(Locale.ROOT, "07%09d", caller));
        fields.put("name", "Nell Example " + letters(caller));
        fields.put("part", "VICTIM");
        fields.put("location", "8 Abbey Close, Testham");
        fields.put("account", account);
        fields.put("affected", "Otto Example, 07700 900 190");
        fields.put("evidence", "doorbell film");
        String incident = post(draft, fields);
        if (!incident.startsWith("/incidents/")) {
            throw new IOException("The call was answered with " + incident);
        }
        return incident;
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int left = number; left > 0; left /= 26) {
            letters.append((char) ('a' + left % 26));
        }
        return letters.toString();
    }

    /** A page's text; fails unless it comes whole. */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET().build());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " gave " + answer.statusCode());
        }
        Matcher found = CSRF.matcher(answer.body());
        if (found.find()) {
            proof = found.group(1);
        }
        return answer.body();
    }

    /** Where a form leads; fails unless it leads somewhere. */
    private String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", proof);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() / 100 != 3 || to.isEmpty()) {
            throw new IOException(path + " gave " + answer.statusCode());
        }
        return to.startsWith(address) ? to.substring(address.length()) : to;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        for (String line : answer.headers().allValues("Set-Cookie")) {
            String[] cookie = line.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
        return answer;
    }
}
