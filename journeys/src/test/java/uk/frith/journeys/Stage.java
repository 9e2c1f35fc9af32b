package uk.frith.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What all journeys share: one product and one browser, started by the first journey and stopped after the last. */
record Stage(Product product, Playwright playwright, Browser browser) implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Whether it could be set; a product that didn't start isn't started again by every journey. */
    private sealed interface Setting extends AutoCloseable {

        record Set(Stage stage) implements Setting {
            @Override
            public void close() {
                stage.close();
            }
        }

        record Failed(RuntimeException reason) implements Setting {
            @Override
            public void close() {
                // Nothing was started that still runs.
            }
        }
    }

    static Stage of(ExtensionContext context) {
        Setting setting = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Stage.class))
                .computeIfAbsent(Stage.class, key -> attempt(), Setting.class);
        return switch (setting) {
            case Setting.Set(Stage stage) -> stage;
            case Setting.Failed(RuntimeException reason) -> throw reason;
        };
    }

    private static Setting attempt() {
        try {
            return new Setting.Set(set());
        } catch (RuntimeException reason) {
            return new Setting.Failed(reason);
        }
    }

    private static Stage set() {
        Product product = Product.start();
        try {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setArgs(FLAGS));
            return new Stage(product, playwright, browser);
        } catch (RuntimeException | Error failed) {
            product.close();
            throw failed;
        }
    }

    /** Asked of the script that also installs it, so that both look in the same places. */
    private static Path chromium() {
        try {
            Process find = new ProcessBuilder("./browser.sh", "--find")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String path = new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (path.isEmpty()) {
                throw new IllegalStateException("There is no Chromium for the journeys: run journeys/browser.sh.");
            }
            return Path.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        product.close();
    }
}
