-- The features by an independent road: DuckDB, over tables log1_lines and log2_lines (line VARCHAR) that hold the lines without
-- headers, line ends, invalid UTF-8 and NUL, and a table id_range (lo INTEGER, hi INTEGER).

CREATE MACRO is_int(text) AS
    regexp_full_match(text, '-?[0-9]{1,10}') AND TRY_CAST(text AS BIGINT) BETWEEN -2147483648 AND 2147483647;

-- strptime alone is not trusted with the shape, the regular expression not with the calendar.
CREATE MACRO is_moment(text) AS
    regexp_full_match(text, '[0-9]{2}-[0-9]{2}-[0-9]{4} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]')
    AND text[7:10] <> '0000'
    AND TRY_CAST(text[7:10] || '-' || text[4:5] || '-' || text[1:2] AS DATE) IS NOT NULL;

CREATE TABLE users AS
WITH split AS (SELECT string_split(line, ';') AS f FROM log1_lines),
     good AS (
        SELECT f[1]::INTEGER AS userId, f[2]::INTEGER AS region, f[3]::INTEGER AS type, f[4] AS paid
        FROM split
        WHERE CASE WHEN len(f) = 4
              THEN is_int(f[1]) AND is_int(f[2]) AND is_int(f[3]) AND f[4] IN ('true', 'false') ELSE false END)
SELECT *, userId BETWEEN lo AND hi AS inside FROM good, id_range;

CREATE TABLE plays AS
WITH split AS (SELECT string_split(line, ';') AS f FROM log2_lines),
     good AS (
        SELECT f[2]::INTEGER AS userId, f[3]::INTEGER AS songId, f[4]::INTEGER AS genderId
        FROM split
        WHERE CASE WHEN len(f) = 5
              THEN is_moment(f[1]) AND is_int(f[2]) AND is_int(f[3]) AND is_int(f[4])
                   AND regexp_full_match(f[5], '[0-9]+_[0-9]+') ELSE false END)
SELECT *, userId BETWEEN lo AND hi AS inside FROM good, id_range;

CREATE TABLE conflicts AS
SELECT userId FROM (SELECT DISTINCT userId, region, type, paid FROM users WHERE inside) GROUP BY userId HAVING count(*) > 1;

CREATE TABLE single_users AS
SELECT DISTINCT userId, region, type, paid FROM users WHERE inside AND userId NOT IN (SELECT userId FROM conflicts);

CREATE TABLE features AS
WITH by_genre AS (SELECT userId, genderId, count(*) AS n FROM plays WHERE inside GROUP BY ALL),
     ranked AS (
        SELECT *, row_number() OVER (PARTITION BY userId ORDER BY n DESC, genderId) AS rank FROM by_genre),
     songs AS (SELECT userId, count(DISTINCT songId) AS distSongIds FROM plays WHERE inside GROUP BY userId)
SELECT userId, genderId AS topGenderId, n AS topGenderIdSongs, distSongIds, region, type, paid
FROM single_users JOIN ranked USING (userId) JOIN songs USING (userId)
WHERE rank = 1;
