/** {@code bigdata env}: whether the Python environment is the same on every node. */
package bigdata.environment;
