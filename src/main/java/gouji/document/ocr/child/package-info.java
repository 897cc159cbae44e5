/**
 * Runs a model in a process of its own, so that native code that crashes or hangs takes a page with it and not the run.
 */
package gouji.document.ocr.child;
