package uk.frith.platform.foundation.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files that pages load: those on the list in {@code assets/served.txt}, and no others.
 *
 * <p>They are read once. Their address carries a hash of all of them, so that a browser may keep each for a year and still never
 * uses an old one, and so that a module may import its neighbour by a relative address. GOV.UK's style sheet is changed on the
 * way: its font, which may only be used on GOV.UK, and the rules that paint the crest are taken out, since neither file is here.
 */
public final class Assets {
    private static final String FOLDER = "/assets/";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "mjs", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json",
            "txt", "text/plain;charset=UTF-8");
    /** Hexadecimal digits of the hash in the address: 48 bits tell releases apart. */
    private static final int HASH_DIGITS = 12;

    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
    private static final Pattern FONT_STACK = Pattern.compile("\"?GDS Transport\"?\\s*,\\s*arial\\s*,\\s*sans-serif");
    private static final Pattern CREST_SUPPORTS =
            Pattern.compile("@supports[^{]*\\{\\.govuk-footer__copyright-logo:before\\{[^}]*}\\s*}");
    private static final Pattern CREST_RULES =
            Pattern.compile("[^{}]*\\.govuk-footer__copyright-logo[^{}]*\\{[^{}]*url\\([^{}]*}");

    /** The maps to the unminified sources aren't served, so nothing may point at them. */
    private static final Pattern SOURCE_MAP = Pattern.compile("(?:/\\*|//)# sourceMappingURL=\\S+(?: \\*/)?");

    private static final Assets SERVED = new Assets();

    private final Map<String, Asset> files = new TreeMap<>();
    private final String version;

    private Assets() {
        for (String name :
                new String(read("served.txt"), StandardCharsets.UTF_8).lines().toList()) {
            if (!name.isBlank() && !name.startsWith("#")) {
                files.put(name, new Asset(asServed(name, read(name)), mediaType(name)));
            }
        }
        version = hash();
    }

    static Assets served() {
        return SERVED;
    }

    /**
     * The address of a file for this release.
     *
     * @param name as on the list, for example {@code vendor/ol.css}
     * @throws IllegalArgumentException for a file that isn't served, so that a page never points at nothing
     */
    public static String path(String name) {
        if (!SERVED.files.containsKey(name)) {
            throw new IllegalArgumentException("Not on the list of served files: " + name);
        }
        return FOLDER + SERVED.version + "/" + name;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Map<String, Asset> all() {
        return Map.copyOf(files);
    }

    String version() {
        return version;
    }

    private static String mediaType(String name) {
        String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("No media type for " + name);
        }
        return type;
    }

    private static byte[] asServed(String name, byte[] bytes) {
        if (!name.startsWith("vendor/")) {
            return bytes;
        }
        String text =
                SOURCE_MAP.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("");
        String own = name.endsWith(".css") ? withoutFontAndCrest(text) : text;
        return own.getBytes(StandardCharsets.UTF_8);
    }

    private static String withoutFontAndCrest(String css) {
        String noFace = FONT_FACE.matcher(css).replaceAll("");
        String noCrest = CREST_RULES
                .matcher(CREST_SUPPORTS.matcher(noFace).replaceAll(""))
                .replaceAll("");
        return FONT_STACK.matcher(noCrest).replaceAll("Arial,Helvetica,sans-serif");
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("On the list of served files but not there: " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, asset) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(asset.plain());
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
