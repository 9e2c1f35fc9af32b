package uk.frith.platform.foundation.pages;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** A template as Spring's view: rendered whole in memory, so that a failure gives an error page and never half a page. */
final class JteView implements View {
    private static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine templates;
    private final String template;
    private final ChromeSource chrome;

    JteView(TemplateEngine templates, String template, ChromeSource chrome) {
        this.templates = templates;
        this.template = template;
        this.chrome = chrome;
    }

    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> params = new HashMap<>(model == null ? Map.of() : model);
        if (templates.getParamInfo(template).containsKey("chrome") && !params.containsKey("chrome")) {
            params.put("chrome", chrome.chromeFor(request));
        }
        if (params.get("page") instanceof WrittenPart.Holder holder && takesGzip(request)) {
            renderAround(holder.part(), params, response);
            return;
        }
        var page = new Utf8ByteOutput();
        templates.render(template, params, page);
        response.setContentType(HTML);
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }

    private void renderAround(WrittenPart part, Map<String, Object> params, HttpServletResponse response)
            throws IOException {
        var page = new PartedOutput(part);
        templates.render(template, params, page);
        byte[] compressed = page.gzip();
        response.setContentType(HTML);
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setContentLength(compressed.length);
        response.getOutputStream().write(compressed);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
