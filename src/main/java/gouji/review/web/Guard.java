package gouji.review.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Who may ask. A name that is not ours in {@code Host} is another site's name bound to this machine (DNS rebinding); the
 * token of the printed address becomes a cookie that other sites cannot send; what changes something needs our own
 * {@code Origin} and a header of ours as well.
 */
final class Guard {
    /** Header that a form of another site cannot send. */
    static final String HEADER = "X-Gouji";

    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String token;
    private final IntSupplier port;

    Guard(IntSupplier port) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
        this.port = port;
    }

    String token() {
        return token;
    }

    /** Lets a request through or answers 403. */
    void check(Context ctx) {
        ctx.header("Content-Security-Policy", CSP);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
        List<String> names = List.of("127.0.0.1:" + port.getAsInt(), "localhost:" + port.getAsInt());
        if (!names.contains(String.valueOf(ctx.header("Host")))) {
            throw new ForbiddenResponse("Wrong host.");
        }
        String origin = ctx.header("Origin");
        boolean ours = origin != null && names.stream().anyMatch(n -> origin.equals("http://" + n));
        if (origin != null && !ours) {
            throw new ForbiddenResponse("Wrong origin.");
        }
        boolean reads = ctx.method() == HandlerType.GET || ctx.method() == HandlerType.HEAD;
        if (!reads && (!ours || ctx.header(HEADER) == null)) {
            throw new ForbiddenResponse("Not from this page.");
        }
        boolean first = reads && ctx.path().equals("/") && same(ctx.queryParam("token"));
        if (!first && !same(ctx.cookie(cookie()))) {
            throw new ForbiddenResponse("Open the address that gouji review printed.");
        }
        if (first) {
            ctx.cookie(new Cookie(cookie(), token, "/", -1, false, true, null, SameSite.STRICT));
        }
    }

    /** Cookies do not know ports: two servers must not take each other's. */
    private String cookie() {
        return "gouji_" + port.getAsInt();
    }

    private boolean same(String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
