package dev.zundacast.pipeline.feed;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A feed's XML to its elements; nothing outside of it is read. */
final class FeedReader {
  static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
  static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  static final String PODCAST = "https://podcastindex.org/namespace/1.0";

  private static final int DEEPEST = 100;

  /** What elements of these namespaces are called here. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          CONTENT,
          "content:",
          ITUNES,
          "itunes:",
          PODCAST,
          "podcast:",
          "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
          "podcast:",
          "http://www.w3.org/2005/Atom",
          "atom:");

  private FeedReader() {}

  /**
   * The root of a feed.
   *
   * @throws Problem with the place where it is no XML
   */
  static FeedElement read(Path file, byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return tree(file, factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      String what = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
      throw Problem.in(
              Diagnostic.at(file, line, "no XML: " + what)
                  .withNext("escape texts in the feed's template: {{ post.title | xml_escape }}"))
          .causedBy(e);
    }
  }

  private static FeedElement tree(Path file, XMLStreamReader xml) throws XMLStreamException {
    FeedElement root = new FeedElement("", 1);
    Deque<FeedElement> open = new ArrayDeque<>();
    open.push(root);
    while (xml.hasNext()) {
      int event = xml.next();
      FeedElement here = open.element();
      if (event == XMLStreamConstants.START_ELEMENT) {
        FeedElement element = element(xml);
        here.add(element);
        open.push(element);
        if (open.size() > DEEPEST) {
          throw Problem.in(Diagnostic.at(file, element.line(), "elements lie too deep in others"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        here.add(xml.getText());
      }
    }
    return root;
  }

  private static FeedElement element(XMLStreamReader xml) {
    String space = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    String other = space.isEmpty() ? "" : "{" + space + "}";
    FeedElement element =
        new FeedElement(
            PREFIXES.getOrDefault(space, other) + xml.getLocalName(),
            xml.getLocation().getLineNumber());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      element.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return element;
  }
}
