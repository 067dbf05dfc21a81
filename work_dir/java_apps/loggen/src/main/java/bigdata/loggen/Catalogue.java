package bigdata.loggen;

import java.io.Serializable;

/** The songs: every song has one genre, every genre its hits. */
final class Catalogue implements Serializable {
    private static final int MOST_GENRES = 30;
    private static final double FAVOURITE = 0.55;
    private static final double SECOND = 0.2;
    private static final double HITS_EXPONENT = 0.9;
    /** A prime below 10^9: a multiplication modulo a prime maps different songs to different ids. */
    static final int LARGEST_SONG_ID = 999_999_937;
    private static final long SONG_STRIDE = 618_033_989;

    private final int songs;
    private final int genres;
    private final Lottery popularity;
    private final Lottery hits;

    Catalogue(int songs) {
        this.songs = songs;
        this.genres = Math.min(songs, MOST_GENRES);
        this.popularity = new Lottery(Lottery.zipf(genres, 5, 1));
        this.hits = new Lottery(Lottery.zipf((songs + genres - 1) / genres, 1, HITS_EXPONENT));
    }

    int genres() {
        return genres;
    }

    int drawGenre(Dice dice) {
        return popularity.draw(dice);
    }

    /** The genre of a user's next play: mostly a favourite, sometimes anything. */
    int drawGenre(int favourite, int second, Dice dice) {
        double mood = dice.unit();
        if (mood < FAVOURITE) {
            return favourite;
        }
        return mood < FAVOURITE + SECOND ? second : drawGenre(dice);
    }

    /** The id of a song of the genre, hits first. */
    int drawSong(int genre, Dice dice) {
        long song;
        do {
            song = (long) hits.draw(dice) * genres + genre;
        } while (song >= songs);
        return (int) ((song + 1) * SONG_STRIDE % LARGEST_SONG_ID);
    }
}
