using System.Text.Json.Nodes;
using NavGeo.Data.Formats.Tables;
using NavGeo.Planning.Trips;
using NavGeo.Routing;
using NavGeo.Routing.Times;

namespace NavGeo.Cli.Views;

/// <summary>Trips leg by leg, as a table: the lengths by what the speed rests on stand beside the mean limit.</summary>
internal static class LegTable
{
    private static readonly string[] Header =
    [
        "from", "to", "leg", "kind", "road", "km", "minutes", "limit_kmh", "km_own_limit", "km_limit_of_road", "km_limit_of_class", "km_guessed", "estimated",
    ];

    /// <summary>A row a leg; a trip that has no way is one row, whose kind says why.</summary>
    public static DelimitedWriter Of(IReadOnlyList<PlaceTrip> trips)
    {
        var table = new DelimitedWriter(TableDress.International, Header);
        foreach (PlaceTrip trip in trips)
        {
            foreach ((int i, TripLeg leg) in trip.Legs.Index()) Add(table.Text(trip.From).Text(trip.To).Whole(i + 1), leg);
            if (trip.Legs.Count > 0) continue;
            table.Text(trip.From).Text(trip.To).Whole(0).Text(trip.Status);
            for (int column = 4; column < Header.Length; column++) table.Text(null);
            table.EndRow();
        }
        return table;
    }

    /// <summary>The same of one trip.</summary>
    public static JsonArray Json(IReadOnlyList<TripLeg> legs) =>
    [
        .. legs.Select(l => (JsonNode)new JsonObject
        {
            ["kind"] = NameOf(l.Kind),
            ["road"] = l.Name,
            ["millimetres"] = l.Millimetres,
            ["milliseconds"] = l.Milliseconds,
            ["limit_kmh"] = l.Limits.Kmh is { } kmh ? Math.Round(kmh, 1) : null,
            ["own_limit_millimetres"] = l.Limits.Own,
            ["limit_of_road_millimetres"] = l.Limits.OfRoad,
            ["limit_of_class_millimetres"] = l.Limits.OfClass,
            ["guessed_millimetres"] = l.Limits.Guessed,
            ["estimated"] = l.IsEstimated,
        }),
    ];

    private static void Add(DelimitedWriter row, TripLeg leg) => row
        .Text(NameOf(leg.Kind)).Text(leg.Name).Decimal(leg.Millimetres / 1e6, 3).Decimal(leg.Milliseconds / 60_000.0, 2).Decimal(leg.Limits.Kmh, 1)
        .Decimal(leg.Limits.Own / 1e6, 3).Decimal(leg.Limits.OfRoad / 1e6, 3).Decimal(leg.Limits.OfClass / 1e6, 3).Decimal(leg.Limits.Guessed / 1e6, 3)
        .Flag(leg.IsEstimated).EndRow();

    private static string NameOf(TripLegKind kind) => kind switch
    {
        TripLegKind.Road => "road",
        TripLegKind.Ferry => "ferry",
        TripLegKind.Wait => "wait",
        _ => "off_road",
    };
}

/// <summary>A trip from one place to another.</summary>
/// <param name="From">Id of the place it starts at.</param>
/// <param name="To">Id of the place it leads to.</param>
/// <param name="Measure">Time and length.</param>
/// <param name="Status">Whether there is a way, or why not.</param>
/// <param name="Legs">Leg by leg; none where nobody asked, or there is no way.</param>
internal readonly record struct PlaceTrip(string From, string To, TripMeasure Measure, string Status, IReadOnlyList<TripLeg> Legs)
{
    public TravelTime Time => Measure.Time;

    /// <summary>On the roads, or straight where the trip does not touch them.</summary>
    public long Millimetres => Measure.Millimetres - Measure.GapMillimetres;
}
