/**
 * What a person sees and settles. In: the files of a dataset. Out: decisions in corrections.csv. It never reads a source
 * document itself (pictures of pages come through {@link gouji.review.PagePictures}) and never changes any other file.
 */
package gouji.review;
