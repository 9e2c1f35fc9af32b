package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditPagesTest {

    @Test
    void what_the_public_did_is_said_to_be_theirs_and_no_other_organisations() {
        assertThat(AuditPages.who(PublicDesk.ACCOUNT, Map.of())).isEqualTo("The public");
        assertThat(AuditPages.who(ServiceActor.BACKGROUND.account(), Map.of())).isEqualTo("Background work");
        assertThat(AuditPages.who(new UUID(1, 1), Map.of())).isEqualTo("an account of another organisation");
    }
}
