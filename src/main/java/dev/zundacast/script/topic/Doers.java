package dev.zundacast.script.topic;

import dev.zundacast.words.Search;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Who does it, before what is done. */
final class Doers {
  /** A name, of which not everybody knows what it is. */
  private static final Search PROPER = Search.of("[A-Za-z「『]");

  /** A topic of its own: ではない has none. */
  private static final Search HAS_TOPIC =
      Search.of("(?<!で)は(?![なあ])|(?<=[\\p{IsHan}\\p{IsKatakana}ー])も");

  /** A subject of its own: what comes out (ことが判明した) did nothing. */
  static final Search OWN = Search.of("(?<!こと)が");

  /** A subject, and no が of ちがい, ながら or 上がる. */
  private static final Search SUBJECT = Search.of("(?<!ち)が(?!る|って|った|り|ら)");

  /** What somebody else does only tells what it is for. */
  private static final Search FOR =
      Search.of("^[^がはを]{2,16}が[^が]*(?:ための|[るた](?=[\\p{IsHan}\\p{IsKatakana}]))[^が]*を");

  /** A few words that tell no more than a name. */
  private static final int SHORT = 14;

  /** The rules of sentences that tell a deed. */
  private static final Set<String> DEEDS = Set.of("verb", "verb-past", "deed");

  /** Nobody misses so many characters less as they miss who did it. */
  private static final int ROOM = 12;

  /** One noun, which no clause describes. */
  private static final Search BARE = Search.of("^[A-Za-z\\p{IsKatakana}ー\\p{IsHan}]{2,12}$");

  /** 工房が作った「Sunset」: behind what it is only its name is told. */
  private static final Search NAME_ALONE =
      Search.of("^.*[たるい](「[^」]{2,30}」|[A-Za-z][A-Za-z0-9 .+-]{2,30})$");

  /** What is said or thought of something, which has to be told: 長くなると遅くなるという話. */
  private static final Search SAID_OF = Search.of("^[^は]*が[^は]*という話$");

  /** 工房が誇る木の時計「Sunset」: where all of it is too long, only the quoted name at its end is told. */
  private static final Search QUOTED = Search.of("^.*(「[^」]{2,30}」)$");

  private static final String STORY = Topics.STORY;

  private Doers() {}

  /** Who does the first part does this as well. */
  static String done(String story, String doer, int limit) {
    boolean own = OWN.in(story) || HAS_TOPIC.in(story);
    return own || isTooLong(story, doer, limit) ? story : doer + "が" + story;
  }

  /** Who does it, before what is done. */
  static String named(String story, String rule, Optional<String> doer, int limit) {
    Optional<String> subject =
        doer.map(it -> rule.equals("noun") ? NAME_ALONE.replaceFirst(it, "$1") : it)
            .map(it -> isTooLong(story, it, limit) ? QUOTED.replaceFirst(it, "$1") : it);
    boolean own = SUBJECT.in(story) || HAS_TOPIC.in(story);
    if (subject.isEmpty()) {
      return story;
    }
    boolean named = PROPER.in(subject.get());
    boolean tooLong = isTooLong(story, subject.get(), limit);
    String particle = SAID_OF.in(story) ? "は、" : DEEDS.contains(rule) && FOR.in(story) ? "が、" : "";
    if (own && named && !particle.isEmpty()) {
      return tooLong ? story : subject.get() + particle + story;
    }
    if (own) {
      String all = joined(story, subject.get());
      boolean what = rule.equals("noun") && story.endsWith("の" + STORY);
      return what && named && all.length() <= limit ? all : story;
    }
    boolean thing =
        rule.equals("noun")
            || rule.equals("headline")
            || rule.equals("da")
            || story.endsWith("の" + STORY);
    if (DEEDS.contains(rule) && story.endsWith("の" + STORY)) {
      return story; // Who tells it is not who it is about.
    }
    String brief = brief(subject.get(), limit) + "の" + STORY;
    if (thing && (!named || (tooLong && brief.length() > SHORT))) {
      return brief;
    }
    if (tooLong) {
      return story;
    }
    return thing && story.endsWith("の" + STORY)
        ? joined(story, subject.get())
        : subject.get() + "が" + story;
  }

  /** What something is and its name: Webサービス「Sunset」 is one, 町で作られた時計、「Sunset」 has a pause. */
  private static String joined(String story, String name) {
    String what = story.substring(0, story.length() - 2);
    boolean one = Topics.NAME.matcher(name).matches() && BARE.in(what);
    return what + (one ? "" : "、") + name + "の" + STORY;
  }

  private static boolean isTooLong(String story, String doer, int limit) {
    return story.length() + doer.length() + 1 > limit + ROOM;
  }

  /** A subject that is too long by the name that stands in it. */
  private static String brief(String subject, int limit) {
    Matcher name = Topics.NAME.matcher(subject);
    return subject.length() > limit / 2 && name.find() ? name.group() : subject;
  }
}
