package bigdata.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a person calls an application, and what languages make of it.
 *
 * @param text letters, digits and single hyphens, {@code plays-per-hour}
 */
record ApplicationName(String text) {
    private static final int LONGEST = 50;
    /** Cannot be a package beside those that Java has taken: words of Scala, and packages that a program would no longer find. */
    private static final Set<String> TAKEN = Set.of("def", "given", "implicit", "lazy", "match", "object", "override", "sealed", "then",
            "trait", "type", "val", "var", "with", "yield", "java", "javax", "scala", "org");

    ApplicationName {
        if (!text.matches("[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*") || text.length() > LONGEST) {
            throw new UnusableNameException("\"" + text + "\" is no name for an application: letters, digits and single hyphens, a letter"
                    + " first, at most " + LONGEST + " of them, such as plays-per-hour.");
        }
    }

    /** {@code PlaysPerHourJob}. */
    String className() {
        String words = Arrays.stream(text.split("-")).map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.endsWith("Job") ? words : words + "Job";
    }

    /** {@code playsperhour}, of Java and Scala. */
    String packageName() {
        return text.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** {@code plays_per_hour}, of Python. */
    String moduleName() {
        return text.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /** Refuses what Java or Scala could not compile. */
    void requirePackage() {
        if (SourceVersion.isKeyword(packageName()) || TAKEN.contains(packageName())) {
            throw new UnusableNameException("the package " + packageName() + " would hide a word of Java or Scala; take another name,"
                    + " such as " + text + "-job.");
        }
    }

    /** A path or the text of a template, with this application's names. */
    String in(String template) {
        return template.replace("PlaysPerHourJob", className()).replace("playsperhour", packageName())
                .replace("plays_per_hour", moduleName()).replace("PlaysPerHour", className()).replace("plays-per-hour", text);
    }
}
