package gouji.dataset;

import java.io.IOException;

/** A file of corrections holds something that is no decision; the message says where and what. */
public final class CorrectionException extends IOException {
    public CorrectionException(String message) {
        super(message);
    }
}
