/** The review page over HTTP. The only place that knows Javalin. */
package gouji.review.web;
