package bigdata.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of its own with nothing but {@code pyspark-client} installed, as somebody beside the cluster would have. */
record ConnectClient(Path folder) {
    /** Reads a file of HDFS and a folder of this disk, then runs a function on pandas. */
    private static final String PROGRAM = """
            import sys
            import pandas as pd
            from pyspark.sql import SparkSession
            from pyspark.sql.functions import pandas_udf
            spark = SparkSession.builder.remote(sys.argv[1]).getOrCreate()
            print("lines", spark.read.text("/tmp/data/test_log1.csv").count())
            spark.range(10).write.mode("overwrite").parquet("/from-connect")
            @pandas_udf("long")
            def twice(values: pd.Series) -> pd.Series:
                return values * 2
            print("sum", spark.read.parquet("hdfs:///from-connect").select(twice("id").alias("v")).groupBy().sum("v").collect()[0][0])
            """;
    private static final String PYTHON = System.getenv().getOrDefault("BIGDATA_PYTHON_ENVIRONMENT", Bigdata.HOME.resolve(".bigdata/python").toString());

    /** Installs it into {@code folder}. */
    static ConnectClient in(Path folder) {
        String uv = PYTHON + "/bin/uv";
        run(List.of(uv, "venv", "--quiet", "--python", PYTHON + "/bin/python", folder.toString()));
        run(List.of(uv, "pip", "install", "--quiet", "--python", folder.resolve("bin/python").toString(), "pyspark-client==4.2.0", "pandas<3"));
        return new ConnectClient(folder);
    }

    /** {@code 3.11}. */
    String version() {
        return run(List.of(folder.resolve("bin/python").toString(), "-c", "import sys; print('%d.%d' % sys.version_info[:2])")).out().strip();
    }

    /** How the program ends when it is told this URL. */
    Bigdata.Result connect(String url) {
        try {
            Path program = Files.writeString(folder.resolve("program.py"), PROGRAM);
            return start(List.of(folder.resolve("bin/python").toString(), program.toString(), url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bigdata.Result run(List<String> words) {
        Bigdata.Result result = start(words);
        if (result.code() != 0) {
            throw new AssertionError(String.join(" ", words) + " ended with " + result.code() + ": " + result.all());
        }
        return result;
    }

    private static Bigdata.Result start(List<String> words) {
        try {
            Path errors = Files.createTempFile("client", ".err");
            Process process = new ProcessBuilder(new ArrayList<>(words)).redirectError(errors.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Bigdata.Result result = new Bigdata.Result(process.waitFor(), out, Files.readString(errors));
            Files.delete(errors);
            return result;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
