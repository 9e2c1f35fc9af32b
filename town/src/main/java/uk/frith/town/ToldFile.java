package uk.frith.town;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was told as JSON lines, and what is true of it beside them: the reader of the lines mustn't see the truth. */
final class ToldFile {

    private ToldFile() {}

    /** A line an account, with the accounts that it follows as its history. */
    static void accounts(Writer writer, List<Told> told) throws IOException {
        Map<String, Told> byId = told.stream().collect(Collectors.toMap(Told::id, account -> account));
        for (Told account : told) {
            writer.append("{\"id\":\"").append(account.id()).append("\",\"at\":\"");
            writer.append(account.at().toString()).append("\",\"channel\":\"").append(channel(account.voice()));
            writer.append("\",\"lsoa_code\":\"").append(account.areaCode()).append("\",\"location\":");
            string(writer, account.location());
            writer.append(",\"text\":");
            string(writer, account.text());
            history(writer, account, byId);
            writer.append('}').append(TownFiles.LINE_FEED);
        }
    }

    private static void history(Writer writer, Told account, Map<String, Told> byId) throws IOException {
        String before = "";
        StringBuilder earlier = new StringBuilder();
        for (Told one = byId.get(account.follows()); one != null; one = byId.get(one.follows())) {
            StringBuilder entry = new StringBuilder("{\"at\":\"" + one.at() + "\",\"text\":");
            string(entry, one.text());
            earlier.insert(0, entry.append('}').append(before));
            before = ",";
        }
        if (!earlier.isEmpty()) {
            writer.append(",\"history\":[").append(earlier).append(']');
        }
    }

    /** What is true of each account. */
    static void truth(Writer writer, List<Told> told) throws IOException {
        writer.write("id,follows,story,voice,category,type,crimes,vulnerable,hate" + TownFiles.LINE_FEED);
        Row row = new Row(TownFiles.LINE_FEED);
        for (Told account : told) {
            row.text(account.id())
                    .text(account.follows())
                    .text(account.story())
                    .text(account.voice().name())
                    .text(account.category().name())
                    .text(account.type().name())
                    .text(String.join(" ", account.crimes()))
                    .text(String.join(" ", account.vulnerable()))
                    .text(account.hate())
                    .writeTo(writer);
        }
    }

    private static String channel(Voice voice) {
        return switch (voice) {
            case PLAIN, DIALECT, LOG -> Channel.CALL.word();
            case THUMB, CHAT -> Channel.ONLINE.word();
            case PARTNER -> Channel.PARTNER.word();
            case OFFICER -> Channel.OFFICER.word();
        };
    }

    private static void string(Appendable out, String text) throws IOException {
        out.append('"')
                .append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .append('"');
    }
}
