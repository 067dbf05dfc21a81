/**
 * The one Python environment of drivers, executors and notebooks: exactly what {@code work_dir/requirements.txt} locks, installed by
 * uv on first need, whole or not at all. It also carries Spark: {@code SPARK_HOME} is its folder {@code pyspark}.
 */
package bigdata.python;
