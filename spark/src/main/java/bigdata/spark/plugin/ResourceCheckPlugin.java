package bigdata.spark.plugin;

import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Refuses an application that no worker can ever serve, before its scheduler starts; Spark itself would wait for ever
 * ("Initial job has not accepted any resources"). Named in {@code spark.plugins}, so that it holds for every program,
 * notebooks included; its jar belongs on the class path of drivers and of executors, which load the class too.
 */
public final class ResourceCheckPlugin implements SparkPlugin {
    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Map<String, String> init(SparkContext context, PluginContext plugin) {
                if (context.master().startsWith("spark://")) {
                    Workers workers = new Workers(context);
                    List<Offer> offers = workers.present();
                    FairShare.apply(context.conf(), offers);
                    new OtherMachines(offers).apply(context);
                    Refusal.check(ExecutorRequest.of(context.conf()), offers);
                }
                return Map.of();
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return null;
    }
}
