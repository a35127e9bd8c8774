using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;

namespace NavGeo.Maps.Layers;

/// <summary>What the layers of the demand's places have in common.</summary>
internal static class PlaceFeature
{
    /// <summary>Begins a feature with the place's geometry: its cell, or its point where places are points.</summary>
    public static void Begin(FeatureWriter features, Demand demand, int place)
    {
        features.BeginFeature();
        if (demand.CellMetres > 0) features.Square(demand.Points[place], demand.CellMetres);
        else features.Point(demand.Points[place]);
        features.BeginProperties();
        features.Text("id", demand.Ids[place]);
        features.Text("name", demand.Names[place]);
        features.Whole("people", demand.IsFew(place) ? null : demand.People[place]);
        features.Flag("people_hidden", demand.IsFew(place));
    }

    /// <summary>Kommunenummer of a place; null outside the case's municipalities.</summary>
    public static string? NumberOf(PlanningCase planningCase, int place)
    {
        int municipality = planningCase.Demand.Municipalities[place];
        return municipality < 0 ? null : planningCase.Municipalities[municipality].Number;
    }

    /// <summary>The state as files write it.</summary>
    public static string NameOf(AccessState state) => state switch
    {
        AccessState.Served => "served",
        AccessState.NoRoad => "no_road",
        AccessState.AcrossWater => "across_water",
        AccessState.NotConnected => "not_connected",
        _ => "outside",
    };
}
