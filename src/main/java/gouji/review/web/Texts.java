package gouji.review.web;

import io.javalin.http.Context;

/** Texts as a page sends them, none longer than a person types. */
final class Texts {
    private static final int MOST_LETTERS = 500;

    private Texts() {}

    /** A parameter of the query; empty where it is missing. */
    static String of(Context ctx, String name) throws Refusal {
        return of(name, ctx.queryParam(name));
    }

    /** A text that may be missing. */
    static String of(String name, String given) throws Refusal {
        if (given != null && given.length() > MOST_LETTERS) {
            throw new Refusal(
                    400, "BAD_REQUEST", name + ": at most " + MOST_LETTERS + " letters, found " + given.length());
        }
        return given == null ? "" : given;
    }
}
