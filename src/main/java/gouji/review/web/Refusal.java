package gouji.review.web;

/** A request that is not carried out: a code the page has words for in each language, and a sentence for people. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
