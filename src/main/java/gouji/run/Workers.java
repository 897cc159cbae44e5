package gouji.run;

/** Makes the workers of a run. */
public abstract class Workers {
    Workers() {}

    /** Workers that are threads of this process: for engines that can be trusted, as in tests. */
    public static Workers inThreads(Extractor extractor) {
        return new Workers() {
            @Override
            Worker make(Options options, Packing packing) {
                return new ThreadWorker(new Attempt(extractor, packing), options, packing);
            }
        };
    }

    abstract Worker make(Options options, Packing packing);
}
