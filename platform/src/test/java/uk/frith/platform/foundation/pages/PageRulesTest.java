package uk.frith.platform.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules find what they look for: each fault, put into a good page, is named. */
class PageRulesTest {
    private static final String MAIN_END = "</main>";

    @Test
    void a_good_page_has_no_faults() {
        assertThat(PageRules.faults(goodPage())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <script>go()</script>                             | an inline script: go()
            <p style="color: red">Red</p>                     | an inline style on p
            <p onclick="go()">Go</p>                          | an inline handler onclick on p
            <a href="javascript:go()">Go</a>                  | a script as an address
            <img src="https://example.org/a.png" alt="A">     | something from elsewhere: https://example.org/a.png
            <img src="/a.png">                                | a picture without its words
            <p id="main-content">Again</p>                    | the id main-content stands twice
            <p aria-describedby="gone">Gone</p>               | aria-describedby names gone, which isn't there
            <a href="#gone">Gone</a>                          | a link to #gone, which isn't there
            <input name="lost">                               | a field without a label: lost
            <h1>Another</h1>                                  | there are 2 first headings, not one
            <h4>Deep</h4>                                     | a level is left out before: Deep
            <table><caption>C</caption><tr><th>H</th></table> | a table heading without scope: H
            <table><tr><td>1</td></table>                     | a table without a caption
            <form method="post" action="/x"></form>           | a form has no token: /x
            <div data-module="nowhere"></div>                 | a module that isn't served: nowhere
            <link href="/assets/0/frith.css">                 | a file that isn't served: /assets/0/frith.css
            <svg></svg>                                       | a drawing that is neither named nor hidden
            """)
    void a_fault_is_named(String fault, String words) {
        assertThat(PageRules.faults(goodPage().replace(MAIN_END, fault + MAIN_END)))
                .containsExactly(words);
    }

    private static String goodPage() {
        var page = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        PageRulesTest.class.getClassLoader(),
                        PagesConfiguration.TEMPLATE_PACKAGE)
                .render(
                        "foundation/pages/error.jte",
                        Map.of("page", new ErrorPage(Problem.NOT_FOUND, "K7Q2-M9TX"), "chrome", SamplePages.sergeant()),
                        page);
        return page.toString();
    }
}
