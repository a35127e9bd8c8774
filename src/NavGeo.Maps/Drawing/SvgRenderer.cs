using System.Globalization;
using System.Text;
using System.Xml;
using NavGeo.Data;
using NavGeo.Planning.Language;

namespace NavGeo.Maps.Drawing;

/// <summary>
/// Writes a <see cref="MapDrawing"/> as SVG 1.1: millimetres with a viewBox of the same numbers, no script, no style
/// sheet, nothing fetched from elsewhere, so that it opens the same in a browser, Word and a print shop. The same
/// drawing gives the same bytes; numbers have at most two decimals.
/// </summary>
public sealed class SvgRenderer
{
    private const string Svg = "http://www.w3.org/2000/svg";

    private readonly Dictionary<Fill, string> patterns = [];
    private readonly XmlWriter xml;
    private int clips;

    private SvgRenderer(XmlWriter xml) => this.xml = xml;

    /// <summary>Writes the sheet to a file, whole or not at all.</summary>
    public static void Write(string path, MapDrawing drawing) => AtomicFile.Write(path, stream => Write(stream, drawing));

    /// <summary>Writes the sheet to a stream that stays open.</summary>
    public static void Write(Stream stream, MapDrawing drawing)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
            CloseOutput = false,
        };
        using var xml = XmlWriter.Create(stream, settings);
        new SvgRenderer(xml).Sheet(drawing);
        xml.Flush();
    }

    private void Sheet(MapDrawing drawing)
    {
        xml.WriteStartElement("svg", Svg);
        xml.WriteAttributeString("version", "1.1");
        xml.WriteAttributeString("width", Number(drawing.Width) + "mm");
        xml.WriteAttributeString("height", Number(drawing.Height) + "mm");
        xml.WriteAttributeString("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}");
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("aria-labelledby", "title desc");
        xml.WriteAttributeString("xml", "lang", null, LanguageCode.Of(drawing.Language));
        xml.WriteAttributeString("font-family", SheetFont.Families);
        TextElement("title", "title", drawing.Title);
        TextElement("desc", "desc", drawing.Description);
        xml.WriteElementString("metadata", Svg, drawing.Provenance.ToJson());
        Definitions(drawing.Items);
        foreach (DrawingItem item in drawing.Items) Item(item);
        xml.WriteEndElement();
    }

    private void TextElement(string name, string id, string text)
    {
        xml.WriteStartElement(name, Svg);
        xml.WriteAttributeString("id", id);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private void Definitions(IReadOnlyList<DrawingItem> items)
    {
        CollectPatterns(items);
        if (patterns.Count == 0) return;
        xml.WriteStartElement("defs", Svg);
        foreach ((Fill fill, string id) in patterns) Pattern(fill, id);
        xml.WriteEndElement();
    }

    private void CollectPatterns(IReadOnlyList<DrawingItem> items)
    {
        foreach (DrawingItem item in items)
        {
            if (item is GroupItem group) CollectPatterns(group.Items);
            if (FillOf(item) is { Hatch: not null } fill) patterns.TryAdd(fill, "hatch" + Whole(patterns.Count + 1));
        }
    }

    private static Fill? FillOf(DrawingItem item) => item switch
    {
        AreaItem area => area.Fill,
        CircleItem circle => circle.Fill,
        BoxItem box => box.Fill,
        _ => null,
    };

    private void Pattern(Fill fill, string id)
    {
        Hatch hatch = fill.Hatch!;
        xml.WriteStartElement("pattern", Svg);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("patternUnits", "userSpaceOnUse");
        xml.WriteAttributeString("width", Number(hatch.Spacing));
        xml.WriteAttributeString("height", Number(hatch.Spacing));
        xml.WriteAttributeString("patternTransform", "rotate(45)");
        xml.WriteStartElement("rect", Svg);
        xml.WriteAttributeString("width", Number(hatch.Spacing));
        xml.WriteAttributeString("height", Number(hatch.Spacing));
        xml.WriteAttributeString("fill", fill.Colour);
        xml.WriteEndElement();
        xml.WriteStartElement("rect", Svg);
        xml.WriteAttributeString("width", Number(hatch.Width));
        xml.WriteAttributeString("height", Number(hatch.Spacing));
        xml.WriteAttributeString("fill", hatch.Colour);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Item(DrawingItem item)
    {
        switch (item)
        {
            case GroupItem group:
                Group(group);
                break;
            case AreaItem area when area.Rings.Count > 0:
                xml.WriteStartElement("path", Svg);
                xml.WriteAttributeString("d", PathOf(area.Rings, close: true));
                xml.WriteAttributeString("fill-rule", "evenodd");
                Paint(area.Fill, area.Stroke);
                xml.WriteEndElement();
                break;
            case LineItem line when line.Lines.Count > 0:
                xml.WriteStartElement("path", Svg);
                xml.WriteAttributeString("d", PathOf(line.Lines, close: false));
                Paint(null, line.Stroke);
                xml.WriteEndElement();
                break;
            case CircleItem circle:
                xml.WriteStartElement("circle", Svg);
                xml.WriteAttributeString("cx", Number(circle.Centre.X));
                xml.WriteAttributeString("cy", Number(circle.Centre.Y));
                xml.WriteAttributeString("r", Number(circle.Radius));
                Paint(circle.Fill, circle.Stroke);
                xml.WriteEndElement();
                break;
            case BoxItem box:
                xml.WriteStartElement("rect", Svg);
                BoxAttributes(box.Box);
                if (box.CornerRadius > 0) xml.WriteAttributeString("rx", Number(box.CornerRadius));
                Paint(box.Fill, box.Stroke);
                xml.WriteEndElement();
                break;
            case TextItem text:
                // The rim is its own text beneath: viewers that ignore paint-order would draw it over the letters.
                if (text.Halo is not null) Text(text, text.Halo);
                Text(text, null);
                break;
        }
    }

    private void Group(GroupItem group)
    {
        string? clip = null;
        if (group.Clip is { } box)
        {
            clip = "clip" + Whole(++clips);
            xml.WriteStartElement("clipPath", Svg);
            xml.WriteAttributeString("id", clip);
            xml.WriteStartElement("rect", Svg);
            BoxAttributes(box);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteStartElement("g", Svg);
        xml.WriteAttributeString("class", group.Name);
        if (clip is not null) xml.WriteAttributeString("clip-path", $"url(#{clip})");
        foreach (DrawingItem item in group.Items) Item(item);
        xml.WriteEndElement();
    }

    private void BoxAttributes(PaperBox box)
    {
        xml.WriteAttributeString("x", Number(box.Left));
        xml.WriteAttributeString("y", Number(box.Top));
        xml.WriteAttributeString("width", Number(box.Width));
        xml.WriteAttributeString("height", Number(box.Height));
    }

    private void Text(TextItem text, Stroke? halo)
    {
        xml.WriteStartElement("text", Svg);
        xml.WriteAttributeString("x", Number(text.Baseline.X));
        xml.WriteAttributeString("y", Number(text.Baseline.Y));
        xml.WriteAttributeString("font-size", Number(text.Size));
        if (text.IsBold) xml.WriteAttributeString("font-weight", "600");
        if (text.Anchor != TextAnchor.Start)
            xml.WriteAttributeString("text-anchor", text.Anchor == TextAnchor.Middle ? "middle" : "end");
        // As wide as it was measured, whatever font the viewer takes where ours is missing.
        xml.WriteAttributeString("textLength", Number(text.Width));
        xml.WriteAttributeString("lengthAdjust", "spacingAndGlyphs");
        if (halo is null) xml.WriteAttributeString("fill", text.Colour);
        else
        {
            xml.WriteAttributeString("aria-hidden", "true");
            Paint(null, halo);
        }
        xml.WriteString(text.Text);
        xml.WriteEndElement();
    }

    private void Paint(Fill? fill, Stroke? stroke)
    {
        string colour = fill is null ? "none" : patterns.TryGetValue(fill, out string? id) ? $"url(#{id})" : fill.Colour;
        xml.WriteAttributeString("fill", colour);
        if (fill is { Opacity: < 1 }) xml.WriteAttributeString("fill-opacity", Number(fill.Opacity));
        if (stroke is null) return;
        xml.WriteAttributeString("stroke", stroke.Colour);
        xml.WriteAttributeString("stroke-width", Number(stroke.Width));
        xml.WriteAttributeString("stroke-linejoin", "round");
        xml.WriteAttributeString("stroke-linecap", stroke.Dashes is null ? "round" : "butt");
        if (stroke.Dashes is not null)
            xml.WriteAttributeString("stroke-dasharray", string.Join(' ', stroke.Dashes.Select(Number)));
    }

    private static string PathOf(IReadOnlyList<IReadOnlyList<PaperPoint>> lines, bool close)
    {
        var path = new StringBuilder();
        foreach (IReadOnlyList<PaperPoint> line in lines)
        {
            for (int i = 0; i < line.Count; i++)
            {
                path.Append(i == 0 ? 'M' : i == 1 ? 'L' : ' ');
                path.Append(Number(line[i].X)).Append(' ').Append(Number(line[i].Y));
            }
            if (close) path.Append('Z');
        }
        return path.ToString();
    }

    private static string Number(double value)
    {
        double rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        // Minus nought would be written "-0" and differ from nought for no reason.
        return rounded == 0 ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
