package uk.frith.platform.portal.signs;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes the codes of signs: no secrets, and yet so many that none is come upon by trying. */
@Component
class SignCodes {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
