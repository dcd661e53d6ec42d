package perennial.watch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import perennial.library.Contents;
import perennial.library.Media;
import perennial.library.MediaAddresses;
import perennial.library.MediaContent;
import perennial.web.PublicAddress;

/**
 * An RSS 2.0 channel.
 *
 * @param link of the page it is a feed of
 * @param self its own address
 */
record Feed(String title, String link, String self) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /** What XML cannot hold. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    void write(List<Media> items, Contents.Of contents, PublicAddress address, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, UTF_8.name());
            xml.writeStartDocument(UTF_8.name(), "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            xml.writeStartElement("channel");
            element(xml, "title", title);
            element(xml, "link", link);
            element(xml, "description", "The newest videos");
            xml.writeEmptyElement("atom", "link", ATOM);
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("type", "application/rss+xml");
            xml.writeAttribute("href", self);
            for (var item : items) item(xml, item, contents.apply(item), address);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void item(XMLStreamWriter xml, Media item, MediaContent content, PublicAddress address)
            throws XMLStreamException {
        xml.writeStartElement("item");
        element(xml, "title", item.title());
        element(xml, "link", address.of(MediaAddresses.watch(item.id())).toString());
        if (!item.description().isBlank()) element(xml, "description", item.description());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(item.id().toString());
        xml.writeEndElement();
        var shown = item.publishedAt() == null ? item.recordedAt() : item.publishedAt();
        element(xml, "pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(shown.atOffset(ZoneOffset.UTC)));
        if (item.allowed().download() && !content.views().isEmpty()) {
            var view = content.views().getFirst();
            xml.writeEmptyElement("enclosure");
            xml.writeAttribute(
                    "url",
                    address.of(MediaAddresses.view(item.id(), view.name())).toString());
            xml.writeAttribute("length", Long.toString(view.size()));
            xml.writeAttribute("type", view.audioOnly() ? "audio/mp4" : "video/mp4");
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll(UNWRITABLE, ""));
        xml.writeEndElement();
    }
}
