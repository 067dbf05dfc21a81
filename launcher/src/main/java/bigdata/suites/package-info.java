/** Every test there is, as suites: what each runs, what came of it, and the closing table. */
package bigdata.suites;
