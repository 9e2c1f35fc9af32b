package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Behaves as a browser without scripts: keeps cookies, and sends the hidden fields of the page that it last saw. */
public final class Browser {

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String formToken = "";
    private Document page = new Document("");

    public Browser(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** A browser that holds a session already. */
    public static Browser holding(MockMvc mvc, String token) {
        Browser browser = new Browser(mvc);
        browser.cookies.put("frith", new Cookie("frith", token));
        return browser;
    }

    /** A browser that holds a session already and has this page open. */
    public static Browser at(String page, MockMvc mvc, String token) throws Exception {
        Browser browser = holding(mvc, token);
        assertThat(browser.get(page).getStatus()).as(page).isEqualTo(200);
        return browser;
    }

    public MockHttpServletResponse get(String address) throws Exception {
        return send(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(java.net.URI.create(address)));
    }

    /** Asks with a header more. */
    public MockHttpServletResponse get(String address, String header, String value) throws Exception {
        return send(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(java.net.URI.create(address))
                        .header(header, value));
    }

    /** The page that the container asks for when a request to an address has failed. */
    public MockHttpServletResponse failed(String address, int status) throws Exception {
        return send(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/error")
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .header("Accept", "text/html"));
    }

    /** Sends the fields, with the token of the page that is open. */
    public MockHttpServletResponse post(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(java.net.URI.create(address));
        if (!formToken().isEmpty()) {
            request.param("_csrf", formToken());
        }
        return send(with(request, fields));
    }

    /** Sends fields and files as a form with files does, with the token of the page that is open. */
    public MockHttpServletResponse postFiles(String address, List<MockMultipartFile> files, String... fields)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(
                        java.net.URI.create(address));
        files.forEach(request::file);
        request.param("_csrf", formToken());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    /** Sends the fields as another site would: with the cookies, without the token. */
    public MockHttpServletResponse postFromElsewhere(String address, String... fields) throws Exception {
        return send(with(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(java.net.URI.create(address)),
                fields));
    }

    public MockHttpServletResponse signIn(String email, String password) throws Exception {
        get("/sign-in");
        return post("/sign-in", "email", email, "password", password);
    }

    /** The page that was last shown. */
    public Document page() {
        return page;
    }

    /** What the first form of the page carries; empty without a form. */
    public String formToken() {
        return formToken;
    }

    /** A cookie's value; empty when the browser has none. */
    public String cookie(String name) {
        Cookie cookie = cookies.get(name);
        return cookie == null ? "" : cookie.getValue();
    }

    public void setCookie(String name, String value) {
        cookies.put(name, new Cookie(name, value));
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        for (Cookie cookie : response.getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        String type = response.getContentType();
        if (type != null && type.startsWith("text/html")) {
            page = Jsoup.parse(response.getContentAsString());
            // A part of a page leaves the page's forms as they were.
            if (page.documentType() != null) {
                Element token = page.selectFirst("input[name=_csrf]");
                formToken = token == null ? "" : token.val();
            }
        }
        return response;
    }
}
