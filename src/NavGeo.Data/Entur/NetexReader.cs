using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Input;
using NavGeo.Planning.Language;
using NavGeo.Transit.Timetables;

namespace NavGeo.Data.Entur;

/// <summary>
/// Reads timetables in the Nordic profile of NeTEx: shared data and line files, in any order. An element is held at a time;
/// what is kept of it is small, so that a country's set is read in bounded memory. What cannot be used is left out and
/// counted.
/// </summary>
/// <remarks>
/// Read are stop points with their quays, calendars (DayType, DayTypeAssignment, OperatingDay, OperatingPeriod), lines,
/// journey patterns, ServiceJourney and DatedServiceJourney. A stop is the quay its stop point is assigned to. Not read are
/// interchanges between two journeys, frequencies (TemplateServiceJourney), fares and routes on the map.
/// </remarks>
internal sealed class NetexReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private readonly NetexStops stops;
    private readonly NetexCalendars calendars;
    private readonly NetexJourneys journeys;
    private readonly TimetableBuilder timetable;
    private readonly Findings findings;
    private readonly Tally tally;

    /// <param name="timetable">Takes what is read.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public NetexReader(TimetableBuilder timetable, Findings findings)
    {
        (this.timetable, this.findings, tally) = (timetable, findings, new Tally(findings));
        stops = new NetexStops(timetable, tally);
        calendars = new NetexCalendars(tally);
        journeys = new NetexJourneys(timetable, stops, calendars, tally);
    }

    /// <summary>Whether there is anything to read among files.</summary>
    public static bool Is(ZipFolder files) => files.Names.Any(IsXml);

    /// <summary>Reads every file of a set; those of several sets are read one after another and <see cref="Finish"/>ed together.</summary>
    /// <exception cref="InputException">A file is damaged.</exception>
    public void Read(ZipFolder files)
    {
        foreach (string name in files.Names.Where(IsXml))
        {
            using Stream stream = files.OpenRead(name);
            Read(stream, files.NameOf(name));
            journeys.Settle();
        }
    }

    /// <summary>Puts together what was read, when all sets are.</summary>
    public void Finish(string file)
    {
        if (timetable.Zone is null && journeys.Count > 0) TimetableClock.Assume(timetable, file, findings);
        journeys.Finish(file);
        stops.Finish();
        tally.Tell();
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private void Read(Stream stream, string file)
    {
        using var reader = XmlReader.Create(stream, Settings);
        bool isNetex = false;
        bool isForeign = false;
        try
        {
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                    continue;
                }
                isNetex |= reader.LocalName is "PublicationDelivery" or "CompositeFrame" or "ServiceFrame" or "SiteFrame";
                if (reader.LocalName == "TimeZone") isForeign |= !IsOurClock(reader.ReadElementContentAsString(), file);
                else if (!Takes(reader.LocalName)) reader.Read();
                else Take((XElement)XNode.ReadFrom(reader), file, isForeign);
            }
        }
        catch (XmlException) when (!isNetex)
        {
            // Sets hold files with nothing in them: told below.
        }
        catch (XmlException fault)
        {
            throw new InputException(file, fault.LineNumber.ToString(CultureInfo.InvariantCulture), new Phrase("timetable.broken-xml"), new Phrase("packed.remedy"));
        }
        if (!isNetex) findings.Warning(file, null, new Phrase("timetable.not-netex"), new Phrase("timetable.not-netex.remedy"));
    }

    private bool IsOurClock(string name, string file)
    {
        if (TimetableClock.Take(timetable, name.Trim(), file, null, findings)) return true;
        tally.Count("timetable.other-zone", file, null, name.Trim());
        return false;
    }

    private static bool Takes(string element) => NetexStops.Takes(element) || NetexCalendars.Takes(element) || NetexJourneys.Takes(element);

    private void Take(XElement element, string file, bool isForeign)
    {
        if (NetexStops.Takes(element.Name.LocalName)) stops.Take(element, file);
        else if (NetexCalendars.Takes(element.Name.LocalName)) calendars.Take(element, file);
        else if (!isForeign) journeys.Take(element, file);
        else if (element.Name.LocalName == "ServiceJourney") tally.Count("timetable.other-zone-trips", file, null, element.Id());
    }
}

/// <summary>What one asks of an element, whatever its namespace.</summary>
internal static class NetexElement
{
    /// <summary>Its id; empty where it has none.</summary>
    public static string Id(this XElement element) => element.Attribute("id")?.Value ?? "";

    /// <summary>The first child of a name.</summary>
    public static XElement? Child(this XElement? element, string name)
    {
        for (XNode? node = element?.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is XElement child && child.Name.LocalName == name) return child;
        }
        return null;
    }

    /// <summary>Text of a child, trimmed; empty where there is none.</summary>
    public static string Text(this XElement? element, string name) => element.Child(name)?.Value.Trim() ?? "";

    /// <summary>What a child of the name refers to; null where there is none.</summary>
    public static string? Ref(this XElement? element, string name) => element.Child(name)?.Attribute("ref")?.Value;

    /// <summary>Children of a name.</summary>
    public static IEnumerable<XElement> All(this XElement? element, string name) => element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The date of xs:date or xs:dateTime; null where it is none between 1900 and 2200.</summary>
    public static DateOnly? Date(string text)
    {
        ReadOnlySpan<char> day = text.AsSpan(0, Math.Min(10, text.Length));
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is >= 1900 and < 2200 ? date : null;
    }
}
