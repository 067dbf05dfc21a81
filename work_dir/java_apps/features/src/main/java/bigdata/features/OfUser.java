package bigdata.features;

/** A line that belongs to a user. */
interface OfUser {
    int getUserId();
}
