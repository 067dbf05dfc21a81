package bigdata.features;

/** A line of log2, as far as the features need it. A bean, not a record: Spark's encoder reads its fields by getters. */
public final class Play implements OfUser {
    private final int userId;
    private final int songId;
    private final int genderId;

    Play(int userId, int songId, int genderId) {
        this.userId = userId;
        this.songId = songId;
        this.genderId = genderId;
    }

    @Override
    public int getUserId() {
        return userId;
    }

    public int getSongId() {
        return songId;
    }

    /** The genre of the song; the log calls it so. */
    public int getGenderId() {
        return genderId;
    }
}
