package uk.frith.platform.foundation.pages;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Sends the files on the list, to anyone: sign-in's page needs them too. Nothing else is ever read from the class path. */
@Controller
class AssetController {
    /** A file at an address with its release's hash never changes; a year is what browsers take for ever. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** After an upgrade a page may still ask by the old hash: it gets the new file, which the browser doesn't keep. */
    private static final CacheControl ONCE = CacheControl.noStore();

    @GetMapping("/assets/{version}/{*name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String version,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
        Assets served = Assets.served();
        Asset asset =
                served.find(name.substring(1)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean compress = accepted.contains("gzip");
        var response = ResponseEntity.ok()
                .cacheControl(version.equals(served.version()) ? FOR_EVER : ONCE)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_TYPE, asset.mediaType());
        return compress
                ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.compressed())
                : response.body(asset.plain());
    }
}
