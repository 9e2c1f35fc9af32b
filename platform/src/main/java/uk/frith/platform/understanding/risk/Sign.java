package uk.frith.platform.understanding.risk;

/** What the reader of accounts can notice that makes an answer or an override likely. */
enum Sign {
    REPEAT,
    PERSONAL,
    VULNERABLE,
    HATE,
    IMPACT,
    HEALTH,
    SUICIDAL,
    DANGER,
    EXPLOITATION,
    CHILD
}
