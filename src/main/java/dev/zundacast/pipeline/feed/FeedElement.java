package dev.zundacast.pipeline.feed;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** An element of a feed with its line, its names written with the usual prefixes. */
record FeedElement(Element element) {
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String PODCAST = "https://podcastindex.org/namespace/1.0";

  /** What elements of these namespaces are called here. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          CONTENT,
          "content:",
          "http://www.itunes.com/dtds/podcast-1.0.dtd",
          "itunes:",
          PODCAST,
          "podcast:",
          "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
          "podcast:",
          "http://www.w3.org/2005/Atom",
          "atom:");

  /** The root of a feed, which reads nothing outside of it; a problem where it is no XML. */
  static FeedElement read(Path file, byte[] bytes) throws IOException {
    try {
      requireXml(bytes);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      String what = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
      throw Problem.in(Diagnostic.at(file, line, "feed.noXml", Message.library(what))).causedBy(e);
    }
    Parser parser = Parser.xmlParser().setTrackPosition(true);
    return new FeedElement(Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser));
  }

  /** jsoup reads whatever it is given; apps do not. */
  private static void requireXml(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    while (xml.hasNext()) {
      xml.next();
    }
  }

  String name() {
    String space = element.tag().namespace();
    return space.equals(Parser.NamespaceXml)
        ? element.tagName()
        : PREFIXES.getOrDefault(space, "{" + space + "}") + element.tag().localName();
  }

  int line() {
    return Math.max(1, element.sourceRange().start().lineNumber());
  }

  /** The value of an attribute, "" when it is absent. */
  String get(String attribute) {
    return element.attr(attribute).strip();
  }

  /** Its own text, without that of its children. */
  String text() {
    return element.wholeOwnText().strip();
  }

  List<FeedElement> all(String child) {
    return element.children().stream()
        .map(FeedElement::new)
        .filter(it -> it.name().equals(child))
        .toList();
  }

  Optional<FeedElement> first(String child) {
    return all(child).stream().findFirst();
  }

  boolean isEmpty() {
    return text().isEmpty() && element.children().isEmpty();
  }
}
