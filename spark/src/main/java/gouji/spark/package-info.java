/** The front door of the Spark job: its command line, and what it is wired from. */
package gouji.spark;
