package uk.frith.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who has signed in, with a connection that is kept open. */
final class Person {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** The cookie of a session. */
    private static final String SESSION = "frith";

    /** A token of a session as the cookie carries it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{40,}");

    private final HttpClient client;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String proof = "";

    private Person(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    static Person signIn(Demonstration product, Demonstration.SignIn signIn) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Person person = new Person(client, product.address());
        person.open("/sign-in");
        person.post("/sign-in", Map.of("email", signIn.email(), "password", signIn.password()));
        return person;
    }

    /** The session's token, which the database is shown with each piece of work. */
    String token() {
        String token = cookies.getOrDefault(SESSION, "");
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalStateException("There is no session among " + cookies.keySet());
        }
        return token;
    }

    /** Fetches a page to its last byte; anything but 200 is an error. */
    byte[] page(String path) throws IOException, InterruptedException {
        // As browsers ask; what comes isn't unpacked, which would be the browser's work.
        HttpResponse<byte[]> answer =
                send(request(path).header("Accept-Encoding", "gzip").GET().build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " gave " + answer.statusCode());
        }
        return answer.body();
    }

    /** Fetches a page and keeps its proof that a form is the product's own. */
    void open(String path) throws IOException, InterruptedException {
        String page = new String(send(request(path).GET().build()).body(), StandardCharsets.UTF_8);
        Matcher csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new IllegalStateException(path + " has no form that can be sent");
        }
        proof = csrf.group(1);
    }

    /** Sends a form; gives the path that its answer leads to. */
    String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", proof);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<byte[]> answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException(path + " gave " + answer.statusCode());
        }
        String to = answer.headers().firstValue("Location").orElse("");
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

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        for (String line : answer.headers().allValues("Set-Cookie")) {
            String[] cookie = line.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
        return answer;
    }
}
