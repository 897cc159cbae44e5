package gouji.document.ocr;

import java.util.List;

/** Opens a model in the process it is to run in. Implementations have a public constructor without parameters. */
public interface TextModelSource {
    /**
     * Opens.
     *
     * @param arguments what the model needs to know, such as the file it lies in; often nothing
     * @throws EngineMissingException when it cannot be opened, with what to do about it
     */
    TextModel open(List<String> arguments);
}
