package uk.frith.platform.foundation.pages;

import java.util.Arrays;

/** What went wrong, in words for whoever reads the page: what happened, and what to do next. */
enum Problem {
    UNREADABLE(
            400,
            "We could not read what your browser sent",
            "Part of the request was missing or was not in a form that Frith knows. Nothing was changed.",
            "Go back, check what you entered, and try again."),
    NOT_ALLOWED(
            403,
            "You cannot open this page or do this",
            "Your role or your organisation does not have access, or the page was open for so long that your form ran out."
                    + " Nothing was changed.",
            "If you were sending a form, go back, reload the page and send it again. If you need access for your work, ask"
                    + " the administrator of your organisation."),
    NOT_FOUND(
            404,
            "Page not found",
            "There is nothing at this address, or nothing that you may see.",
            "If you typed the address, check that it is right. If you followed a link in Frith, tell whoever supports"
                    + " Frith in your organisation."),
    NOT_THIS_WAY(
            405,
            "This address cannot be used that way",
            "The page is there, but it does not take what your browser asked of it. This can happen when a form's address"
                    + " is opened again later. Nothing was changed.",
            "Start again from the navigation or the front page."),
    TOO_LARGE(
            413,
            "The file is too large",
            "Frith did not take in what you sent, because it is larger than the limit. Nothing was stored.",
            "Send a smaller file, or split it into parts. Your administrator can import large files on the server itself."),
    TOO_MANY(
            429,
            "Too many attempts",
            "Frith has had too many requests of this kind in a short time, and is waiting before it takes more.",
            "Wait a few minutes, then try once more."),
    FAILED(
            500,
            "Sorry, something went wrong",
            "Frith made a mistake. What you last sent may not have been stored.",
            "Check whether it is there before you send it again. If it keeps happening, give the reference below to whoever supports Frith in your"
                    + " organisation."),
    UNAVAILABLE(
            503,
            "Frith is not available for the moment",
            "Frith is starting, is being updated, or cannot reach its database. What you last sent may not have been stored.",
            "Try again in a few minutes. What you did before is kept.");

    private final int status;
    private final String title;
    private final String happened;
    private final String next;

    Problem(int status, String title, String happened, String next) {
        this.status = status;
        this.title = title;
        this.happened = happened;
        this.next = next;
    }

    /** The problem of that HTTP status; one that has no words of its own takes those of its class. */
    static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status)
                .findFirst()
                .orElse(status < 500 ? UNREADABLE : FAILED);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String happened() {
        return happened;
    }

    String next() {
        return next;
    }
}
