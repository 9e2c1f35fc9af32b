package uk.frith.platform.reports.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A council's Open311 server that says what a test wants it to say, and keeps what it was sent. */
final class PartnerStub implements AutoCloseable {

    private final HttpServer server;
    private final List<Map<String, List<String>>> forms = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** What it answers to a report, and to a question. */
    volatile int status = 200;

    volatile String answer = accepted("C-1");
    volatile String news = "<service_requests/>";

    PartnerStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    static String accepted(String id) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request><service_request_id>" + id
                + "</service_request_id></request></service_requests>";
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/open311/v2";
    }

    List<Map<String, List<String>>> forms() {
        return List.copyOf(forms);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        String said;
        int with = 200;
        if (exchange.getRequestMethod().equals("POST")) {
            forms.add(FormRules.parse(new String(sent, StandardCharsets.UTF_8)).orElseThrow());
            said = answer;
            with = status;
        } else {
            asked.add(exchange.getRequestURI().toString());
            said = exchange.getRequestURI().getPath().contains("/tokens/") ? answer : news;
        }
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(with, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
