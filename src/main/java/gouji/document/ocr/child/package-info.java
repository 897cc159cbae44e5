/**
 * Runs a model in a process of its own, so that native code that crashes or hangs takes a page with it and not the run.
 * The only place left of {@code run} that knows a clock: a native call that hangs cannot be given up otherwise.
 */
package gouji.document.ocr.child;
