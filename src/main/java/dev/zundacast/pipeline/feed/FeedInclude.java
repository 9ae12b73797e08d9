package dev.zundacast.pipeline.feed;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Resource;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.post.SiteKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a Jekyll site includes into its feed, in Liquid alone, and that feed. */
public final class FeedInclude {
  private static final String FEED = "feed.xml";
  private static final String HUGO = "hugo-rss.xml";

  /** What a template of ours says of itself. */
  private static final String MARK = "zundacast feed include";

  private static final String ITEM = "zundacast-item.xml";
  private static final String CHANNEL = "zundacast-channel.xml";
  private static final String DESCRIPTION = "zundacast-description.xml";
  private static final String DATA = "zundacast-data.html";
  private static final String PLAYER = "zundacast-player.html";

  /** That of podcast:guid, in which the names are the addresses of feeds. */
  private static final UUID NAMESPACE = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

  private static final Pattern ENCLOSURE = Pattern.compile("<enclosure\\b[^>]*?/>", Pattern.DOTALL);

  /** What the include says itself, or says better. */
  private static final Pattern SAID =
      Pattern.compile(
          "[ \\t]*<(itunes:(?:duration|episode))>[^<]*</\\1>[ \\t]*\\r?\\n?"
              + "|[ \\t]*<itunes:image [^>]*\\bpost\\.[^>]*>[ \\t]*\\r?\\n?");

  private static final Pattern WHOLE_POST =
      Pattern.compile("<description>\\s*\\{\\{\\s*post\\.content\\b[^}]*}}\\s*</description>");
  private static final Pattern RSS = Pattern.compile("<rss\\b[^>]*>");
  private static final Pattern EXPLICIT =
      Pattern.compile("<itunes:explicit>\\s*(no|clean|yes)\\s*</itunes:explicit>");

  /** Texts of people that stand in an element as they are. */
  private static final Pattern UNESCAPED =
      Pattern.compile(
          "(?<=>)\\{\\{\\s*((?:site|post)\\.(?:title|description|description_long|author|keywords"
              + "|subtitle|information))\\s*}}(?=</)");

  private FeedInclude() {}

  /** The files to be included, and a feed, that the site lacks, with their texts. */
  public static Map<Path, String> missing(Show show) throws IOException {
    if (show.url().isEmpty()) {
      throw Problem.input("feed.noSiteAddress");
    }
    return switch (SiteKind.at(show.root()).orElse(SiteKind.JEKYLL)) {
      case JEKYLL -> jekyll(show);
      case HUGO -> hugo(show);
      case ASTRO -> throw Problem.input("feed.ofAstro");
    };
  }

  /** Hugo has no includes in its own feed, so its template is written whole. */
  private static Map<Path, String> hugo(Show show) throws IOException {
    Path template = show.root().resolve("layouts").resolve("index.rss.xml");
    if (Files.isRegularFile(template) && !text(template).contains(MARK)) {
      throw Problem.in(Diagnostic.of(template, "feed.ownTemplate"));
    }
    Map<Path, String> missing = new LinkedHashMap<>();
    put(show, template, filled(HUGO, show, "index.xml"), missing);
    Path player = template.resolveSibling("partials").resolve(PLAYER);
    put(show, player, filled("hugo-player.html", show, ""), missing);
    return missing;
  }

  private static Map<Path, String> jekyll(Show show) throws IOException {
    Map<Path, String> missing = new LinkedHashMap<>();
    Path includes = show.root().resolve("_includes");
    for (String include : List.of(ITEM, CHANNEL, DESCRIPTION, DATA, PLAYER)) {
      put(show, includes.resolve(include), filled(include, show, FEED), missing);
    }
    Path feed = show.root().resolve(FEED);
    if (!Files.exists(feed)) {
      put(show, feed, filled(FEED, show, FEED), missing);
    }
    return missing;
  }

  private static String filled(String name, Show show, String feed) {
    return Resource.text(FeedInclude.class, name)
        .replace("@COVER@", cover(show))
        .replace("@GUID@", guid(show.url() + "/" + feed).toString())
        .replace("@STYLE@", Resource.text(FeedInclude.class, "zundacast-player.css"))
        .replace("@SCRIPT@", Resource.text(FeedInclude.class, "zundacast-player.js"));
  }

  private static void put(Show show, Path file, String text, Map<Path, String> missing)
      throws IOException {
    SafePath.requireInside(show.root(), file, 0, Message.of("feed.putFile"));
    if (!Files.isRegularFile(file) || !text(file).equals(text)) {
      missing.put(file, text);
    }
  }

  /** The text of a file of a site, whatever it is written in. */
  public static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String cover(Show show) {
    return show.cover()
        .map(file -> "/" + show.files().relativize(file).toString().replace('\\', '/'))
        .map(path -> path.startsWith("/public/") ? path.substring("/public".length()) : path)
        .orElse("/images/cover_image.jpg");
  }

  /** The feed's text with the includes in the place of what they say better. */
  public static String mended(String feed) {
    String item = Matcher.quoteReplacement("{% include " + ITEM + " post=post %}");
    String text = feed.contains(ITEM) ? feed : ENCLOSURE.matcher(feed).replaceAll(item);
    if (!text.contains(CHANNEL)) {
      text = text.replaceFirst("<channel>", "<channel>\n    {% include " + CHANNEL + " %}");
    }
    String once = text.contains(ITEM) ? SAID.matcher(text).replaceAll("") : text;
    text =
        WHOLE_POST
            .matcher(once)
            .replaceAll(Matcher.quoteReplacement("{% include " + DESCRIPTION + " post=post %}"));
    text = named(named(text, "podcast", FeedElement.PODCAST), "content", FeedElement.CONTENT);
    text = UNESCAPED.matcher(text).replaceAll("{{ $1 | xml_escape }}");
    return EXPLICIT
        .matcher(text)
        .replaceAll(
            found -> "<itunes:explicit>" + found.group(1).equals("yes") + "</itunes:explicit>");
  }

  /** The feed's text with a name for the elements of a standard. */
  private static String named(String feed, String name, String address) {
    Matcher rss = RSS.matcher(feed);
    return rss.find() && !rss.group().contains("xmlns:" + name + "=")
        ? feed.substring(0, rss.end() - 1)
            + " xmlns:%s=\"%s\"".formatted(name, address)
            + feed.substring(rss.end() - 1)
        : feed;
  }

  /** The show's own number, made of its feed's address as the standard has it. */
  static UUID guid(String feedUrl) {
    String name = feedUrl.replaceFirst("^https?://", "").replaceFirst("/+$", "");
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer named =
        ByteBuffer.allocate(16 + bytes.length)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .put(bytes);
    ByteBuffer hash = ByteBuffer.wrap(Digest.of("SHA-1", named.array()));
    long most = (hash.getLong() & ~0xF000L) | 0x5000L;
    long least = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least);
  }
}
