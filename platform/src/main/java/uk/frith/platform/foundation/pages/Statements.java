package uk.frith.platform.foundation.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that every page links to from its foot. */
@Controller
class Statements {
    @GetMapping("/accessibility")
    String accessibility() {
        return "foundation/pages/accessibility";
    }
}
