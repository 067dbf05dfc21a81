package bigdata.features;

/** A line of log1. A bean, not a record: Spark's encoder reads its fields by getters. */
public final class User implements OfUser {
    private final int userId;
    private final int region;
    private final int type;
    private final boolean paid;

    User(int userId, int region, int type, boolean paid) {
        this.userId = userId;
        this.region = region;
        this.type = type;
        this.paid = paid;
    }

    @Override
    public int getUserId() {
        return userId;
    }

    public int getRegion() {
        return region;
    }

    public int getType() {
        return type;
    }

    public boolean isPaid() {
        return paid;
    }
}
