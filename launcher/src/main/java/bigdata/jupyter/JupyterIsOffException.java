package bigdata.jupyter;

import bigdata.BigdataException;

/** The cluster was brought up without JupyterLab. */
public final class JupyterIsOffException extends BigdataException {
    JupyterIsOffException() {
        super("JupyterLab is off (the key jupyter). `bigdata down` and then `bigdata up --jupyter on` starts it;"
                + " `bigdata shell jupyter lab` runs one by hand");
    }
}
