package bigdata.service;

import bigdata.process.ProcessIdentity;

/**
 * What a node knows of one service.
 *
 * @param process the running process, or null
 * @param restarts how often it ended by itself and was started again
 * @param detail why it is not ready, or how it last ended; may be empty
 */
public record ServiceStatus(String name, ServiceState state, ProcessIdentity process, int restarts, String detail) {}
