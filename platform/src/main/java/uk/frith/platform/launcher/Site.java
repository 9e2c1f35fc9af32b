package uk.frith.platform.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One installation: its data folder and its database.
 *
 * @param folder what it keeps in files
 * @param database where its records are
 */
record Site(DataFolder folder, Database database) {

    /** What the application is told: the two roles that own nothing, never the owner's. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", database.url() + "?reWriteBatchedInserts=true");
        settings.put("spring.datasource.username", database.app().role());
        settings.put("spring.datasource.password", database.app().password());
        settings.put("frith.identity.database-url", database.url());
        settings.put("frith.identity.sign-in-role", database.signIn().role());
        settings.put("frith.identity.sign-in-password", database.signIn().password());
        settings.put("frith.audit.anchors", folder.anchors().toString());
        settings.put("frith.data-folder", folder.root().toString());
        return settings;
    }
}
