package bigdata.hdfs;

import bigdata.BigdataException;

/** Starting HDFS on what the disks hold would lose data. */
public final class UnusableFileSystemException extends BigdataException {
    UnusableFileSystemException(String message) {
        super(message);
    }
}
