/** {@code bigdata env}: more libraries in the Python environment, and whether it is the same on every node. */
package bigdata.environment;
