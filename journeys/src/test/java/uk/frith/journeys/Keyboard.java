package uk.frith.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** A keyboard alone: Tab moves, and whatever is reached must show that it is. */
final class Keyboard {

    /** More than the longest page has, so that the way round a whole page is found. */
    private static final int MOST_STOPS = 600;

    /** What is reached, as it is called, and whether it looks different from what isn't. */
    private static final String HERE = """
            () => {
              const here = document.activeElement;
              if (!here || here === document.body) return { name: '', seen: true };
              const named = here.getAttribute('aria-labelledby');
              const name = here.getAttribute('aria-label')
                || (named && document.getElementById(named)?.innerText)
                || (here.labels && here.labels[0]?.innerText)
                || here.innerText || '';
              const look = getComputedStyle(here);
              const box = here.getBoundingClientRect();
              const drawn = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0)
                || look.boxShadow !== 'none' || look.borderWidth !== '0px';
              return { name: name.trim(), seen: drawn && box.width > 0 && box.height > 0 };
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String words) {
        page.keyboard().type(words);
    }

    /** Presses Tab until what is called so is reached; each stop on the way must be seen. */
    void tabTo(String name) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press("Tab");
            Map<?, ?> here = (Map<?, ?>) page.evaluate(HERE);
            assertThat(here.get("seen"))
                    .as("the focus is to be seen on " + here.get("name"))
                    .isEqualTo(true);
            if (name.equals(here.get("name"))) {
                return;
            }
        }
        throw new AssertionError("Tab never comes to \"" + name + "\" on " + page.url());
    }
}
