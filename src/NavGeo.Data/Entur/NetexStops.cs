using System.Globalization;
using System.Xml.Linq;
using NavGeo.Data.Input;
using NavGeo.Routing;
using NavGeo.Transit.Timetables;

namespace NavGeo.Data.Entur;

/// <summary>
/// Stop points, the quays they are assigned to and where those are. A line file names quays of the national register by their
/// ids only; where the register is not read too, the drawn way between two stop points tells where they are.
/// </summary>
/// <param name="timetable">Takes the stops.</param>
/// <param name="tally">Counts what is wrong.</param>
internal sealed class NetexStops(TimetableBuilder timetable, Tally tally)
{
    private readonly Dictionary<string, string> nameOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> assigned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> areaOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GeoPoint> drawn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> ofPoint = new(StringComparer.Ordinal);

    /// <summary>Whether an element is about stops.</summary>
    public static bool Takes(string element) => element is "StopPlace" or "ScheduledStopPoint" or "PassengerStopAssignment" or "FlexibleStopAssignment" or "FlexibleStopPlace" or "ServiceLink";

    /// <summary>Takes one.</summary>
    public void Take(XElement element, string file)
    {
        switch (element.Name.LocalName)
        {
            case "StopPlace":
                TakePlace(element, file);
                break;
            case "ScheduledStopPoint":
                nameOf[element.Id()] = element.Text("Name");
                if (Location(element, file) is { } at) drawn[element.Id()] = at;
                break;
            case "PassengerStopAssignment":
                if (element.Ref("ScheduledStopPointRef") is { } point && (element.Ref("QuayRef") ?? element.Ref("StopPlaceRef")) is { } quay) assigned[point] = quay;
                if (element.Ref("QuayRef") is { } member && element.Ref("StopPlaceRef") is { } place) areaOf[member] = place;
                break;
            case "ServiceLink":
                TakeLink(element);
                break;
            default:
                // A place one is fetched from by appointment is an area, not a stop one walks to.
                break;
        }
    }

    /// <summary>Whether a stop point was told of.</summary>
    public bool Knows(string point) => nameOf.ContainsKey(point) || assigned.ContainsKey(point);

    /// <summary>Number of the stop that a stop point is.</summary>
    public int NumberOf(string point)
    {
        string id = assigned.GetValueOrDefault(point, point);
        if (!numbers.TryGetValue(id, out int number))
        {
            numbers[id] = number = timetable.AddStop(id, nameOf.GetValueOrDefault(point, ""), null, areaOf.GetValueOrDefault(id));
            ofPoint[id] = [];
        }
        if (drawn.TryGetValue(point, out GeoPoint at)) drawn.TryAdd(id, at);
        return number;
    }

    /// <summary>Places stops that no register places by the way that is drawn to them.</summary>
    public void Finish()
    {
        foreach ((string id, int number) in numbers)
        {
            if (drawn.TryGetValue(id, out GeoPoint at)) timetable.PlaceRoughly(number, at);
        }
    }

    private void TakePlace(XElement place, string file)
    {
        GeoPoint? centre = Location(place, file);
        if (centre is { } point) timetable.Know(place.Id(), point);
        foreach (XElement quay in place.Child("quays").All("Quay"))
        {
            areaOf[quay.Id()] = place.Id();
            if ((Location(quay, file) ?? centre) is { } at) timetable.Know(quay.Id(), at);
        }
    }

    private GeoPoint? Location(XElement element, string file)
    {
        XElement? location = element.Child("Centroid").Child("Location") ?? element.Child("Location");
        if (location is null) return null;
        if (Number(location.Text("Longitude")) is { } longitude && Number(location.Text("Latitude")) is { } latitude && IsOnEarth(longitude, latitude))
            return new GeoPoint(longitude, latitude);
        tally.Count("timetable.no-position", file, element.Id(), element.Id());
        return null;
    }

    /// <summary>A line of gml:posList, latitude first as EPSG:4326 has it.</summary>
    private void TakeLink(XElement link)
    {
        if (link.Ref("FromPointRef") is not { } from || link.Ref("ToPointRef") is not { } to) return;
        if (link.Descendants().FirstOrDefault(e => e.Name.LocalName == "posList") is not { } list) return;
        string[] numbersOfLine = list.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (numbersOfLine.Length < 4 || numbersOfLine.Length % 2 != 0) return;
        Draw(from, numbersOfLine[0], numbersOfLine[1]);
        Draw(to, numbersOfLine[^2], numbersOfLine[^1]);
    }

    private void Draw(string point, string latitude, string longitude)
    {
        if (Number(longitude) is { } east && Number(latitude) is { } north && IsOnEarth(east, north)) drawn.TryAdd(point, new GeoPoint(east, north));
    }

    private static bool IsOnEarth(double longitude, double latitude) => longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90 && (longitude, latitude) != (0, 0);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
