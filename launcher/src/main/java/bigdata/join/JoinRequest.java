package bigdata.join;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a person asks this machine to join.
 *
 * @param file what {@code join-token} wrote
 * @param master how the person knows the master
 * @param name what the worker shall be called
 * @param bind where its services shall listen
 */
public record JoinRequest(Path file, Optional<String> master, Optional<String> name, Optional<String> bind) {}
