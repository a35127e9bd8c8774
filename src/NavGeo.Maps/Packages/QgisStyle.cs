using System.Globalization;
using System.Text;
using System.Xml;

namespace NavGeo.Maps.Packages;

/// <summary>
/// A style as QGIS keeps it (QML, version 3.22 and later): rules with a filter and a symbol each, and one column as
/// label where wanted. What no rule catches is not drawn.
/// </summary>
internal sealed class QgisStyle
{
    private readonly List<(string Filter, string Label, QgisSymbol Symbol)> rules = [];

    /// <summary>The column that labels features; null for no labels.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>Colour of labels.</summary>
    public string LabelColour { get; init; } = "#16212b";

    /// <summary>Adds a rule; an empty filter takes all.</summary>
    public QgisStyle Rule(string filter, string label, QgisSymbol symbol)
    {
        rules.Add((filter, label, symbol));
        return this;
    }

    /// <summary>The style as QML.</summary>
    public string ToQml()
    {
        var text = new StringBuilder();
        text.Append("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n", ConformanceLevel = ConformanceLevel.Fragment };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("qgis");
            Attributes(xml, ("version", "3.22.0"), ("styleCategories", "Symbology|Labeling"), ("labelsEnabled", LabelColumn is null ? "0" : "1"));
            Renderer(xml);
            if (LabelColumn is not null) Labels(xml, LabelColumn);
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private void Renderer(XmlWriter xml)
    {
        xml.WriteStartElement("renderer-v2");
        Attributes(xml, ("type", "RuleRenderer"), ("forceraster", "0"), ("symbollevels", "0"), ("enableorderby", "0"));
        xml.WriteStartElement("rules");
        xml.WriteAttributeString("key", "navgeo");
        foreach ((int i, (string filter, string label, _)) in rules.Index())
        {
            xml.WriteStartElement("rule");
            Attributes(xml, ("key", "rule" + Whole(i)), ("symbol", Whole(i)), ("label", label));
            if (filter.Length > 0) xml.WriteAttributeString("filter", filter);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("symbols");
        foreach ((int i, (_, _, QgisSymbol symbol)) in rules.Index()) Symbol(xml, symbol, Whole(i));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Symbol(XmlWriter xml, QgisSymbol symbol, string name)
    {
        xml.WriteStartElement("symbol");
        Attributes(xml, ("type", symbol.Kind), ("name", name), ("alpha", "1"), ("clip_to_extent", "1"), ("force_rhr", "0"));
        foreach (QgisSymbol.Layer layer in symbol.Layers)
        {
            xml.WriteStartElement("layer");
            Attributes(xml, ("class", layer.Class), ("enabled", "1"), ("locked", "0"), ("pass", "0"));
            xml.WriteStartElement("Option");
            xml.WriteAttributeString("type", "Map");
            foreach ((string option, string value) in layer.Options)
            {
                xml.WriteStartElement("Option");
                Attributes(xml, ("name", option), ("type", "QString"), ("value", value));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Labels(XmlWriter xml, string column)
    {
        xml.WriteStartElement("labeling");
        xml.WriteAttributeString("type", "simple");
        xml.WriteStartElement("settings");
        xml.WriteAttributeString("calloutType", "simple");
        xml.WriteStartElement("text-style");
        Attributes(
            xml, ("fieldName", column), ("isExpression", "0"), ("fontFamily", "Arial"), ("fontSize", "9"), ("fontSizeUnit", "Point"),
            ("textColor", QgisSymbol.Rgba(LabelColour)), ("textOpacity", "1"));
        xml.WriteStartElement("text-buffer");
        Attributes(xml, ("bufferDraw", "1"), ("bufferSize", "0.8"), ("bufferSizeUnits", "MM"), ("bufferColor", "255,255,255,255"), ("bufferOpacity", "1"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach ((string name, string value) in attributes) xml.WriteAttributeString(name, value);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
