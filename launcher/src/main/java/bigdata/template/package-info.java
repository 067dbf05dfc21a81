/**
 * {@code bigdata new}: applications that begin as a copy of a working one. Each template, below this package's resources, is a whole
 * application named plays-per-hour, and the new one's names take the place of its.
 */
package bigdata.template;
