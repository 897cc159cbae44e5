/** The dataset as JSON. The only place in this room that knows Jackson. */
package gouji.dataset.json;
