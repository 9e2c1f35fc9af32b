package uk.frith.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe has to say of a page. Contrast takes most of its time, so of texts that are drawn alike one is measured: with the
 * same colour, size and weight, within elements of the same classes, on the same grounds.
 */
final class Axe {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private static final String PROBLEMS = """
            async tags => {
              const places = new Map();
              const place = element => {
                if (!element) return '';
                if (!places.has(element)) {
                  const look = getComputedStyle(element);
                  places.set(element, [place(element.parentElement), element.localName,
                    element.getAttribute('class'), element.getAttribute('style'), look.backgroundColor,
                    look.backgroundImage, look.opacity, look.filter, look.position, look.zIndex].join('|'));
                }
                return places.get(element);
              };
              const drawn = element => {
                const look = getComputedStyle(element);
                return [look.color, look.fontSize, look.fontWeight, look.textShadow, look.visibility, look.display,
                  look.clip, element.disabled, element.getAttribute('aria-disabled'), place(element)].join('|');
              };
              const hasWords = element => element.matches('input, select, textarea')
                || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
              const texts = new Map();
              for (const element of document.body.querySelectorAll('*')) {
                if (hasWords(element) && element.checkVisibility()) {
                  const look = drawn(element);
                  if (!texts.has(look)) texts.set(look, element);
                }
              }
              const run = (where, options) => axe.run(where, { resultTypes: ['violations'], ...options });
              const all = await run(document,
                { runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast': { enabled: false } } });
              const contrast = await run({ include: [...texts.values()] },
                { runOnly: { type: 'rule', values: ['color-contrast'] } });
              const problems = [...all.violations, ...contrast.violations].flatMap(rule => rule.nodes.map(node =>
                `axe ${rule.id}: ${rule.help}: ${node.target} ${node.html} ${node.failureSummary}`));
              return all.passes.length > 0 && contrast.passes.length + contrast.incomplete.length > 0
                ? problems : ['axe saw nothing that it could pass', ...problems];
            }""";

    private Axe() {}

    static List<String> problems(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return page.evaluate(PROBLEMS, WCAG_22_AA) instanceof List<?> problems
                ? problems.stream().map(String::valueOf).toList()
                : List.of("axe said nothing");
    }
}
