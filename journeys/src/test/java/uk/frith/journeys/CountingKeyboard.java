package uk.frith.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A keyboard that counts: keys that tell what the caller said, and keys that only work the screen. An access key is pressed as
 * the browser's own, so that it works without scripts, and counts as the two keys that it is.
 */
final class CountingKeyboard {

    private static final int ALT = 1;

    private final Page page;
    private final CDPSession browser;
    private int told;
    private int worked;

    CountingKeyboard(Page page) {
        this.page = page;
        this.browser = page.context().newCDPSession(page);
    }

    /** Types what the caller says. */
    void tell(String words) {
        page.keyboard().type(words);
        told += words.length();
    }

    /** Presses a key that only works the screen. */
    void press(String key) {
        page.keyboard().press(key);
        worked++;
    }

    /** Presses Alt and a letter. */
    void access(char letter) {
        String upper = String.valueOf(Character.toUpperCase(letter));
        JsonObject key = new JsonObject();
        key.addProperty("modifiers", ALT);
        key.addProperty("key", String.valueOf(letter));
        key.addProperty("code", "Key" + upper);
        key.addProperty("windowsVirtualKeyCode", (int) upper.charAt(0));
        key.addProperty("unmodifiedText", String.valueOf(letter));
        key.addProperty("type", "keyDown");
        browser.send("Input.dispatchKeyEvent", key);
        key.addProperty("type", "keyUp");
        browser.send("Input.dispatchKeyEvent", key);
        worked += 2;
    }

    int told() {
        return told;
    }

    int worked() {
        return worked;
    }
}
