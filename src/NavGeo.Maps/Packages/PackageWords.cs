using NavGeo.Planning.Access;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Regions;
using NavGeo.Routing.Graph;

namespace NavGeo.Maps.Packages;

/// <summary>The words that stand as values in the layers of a GeoPackage; docs/layers.md lists them.</summary>
internal static class PackageWords
{
    public static string Of(AccessState state) => state switch
    {
        AccessState.Served => "betjent",
        AccessState.NoRoad => "ingen_veg",
        AccessState.AcrossWater => "over_vann",
        AccessState.NotConnected => "ikke_forbundet",
        _ => "utenfor",
    };

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.AccessLost => "mistet_tilgang",
        ChangeKind.Longer => "lengre",
        ChangeKind.Unchanged => "uendret",
        ChangeKind.Shorter => "kortere",
        ChangeKind.AccessGained => "fått_tilgang",
        _ => "uten_tilgang",
    };

    public static string Of(PlacementRole role) => role switch
    {
        PlacementRole.Centre => "senter",
        PlacementRole.SecondCentre => "andresenter",
        PlacementRole.Single => "alene",
        _ => "medlem",
    };

    public static string Of(LinkKind kind) => kind switch
    {
        LinkKind.Motorway => "motorveg",
        LinkKind.Expressway => "motortrafikkveg",
        LinkKind.CarFerry => "bilferje",
        LinkKind.PassengerBoat => "passasjerbåt",
        LinkKind.QuayLink => "kaitilknytning",
        LinkKind.NewRoad => "ny_veg",
        _ => "veg",
    };

    /// <summary>The letters of the national road data; null where the owner is not known.</summary>
    public static string? Of(RoadCategory category) => category switch
    {
        RoadCategory.European => "E",
        RoadCategory.National => "R",
        RoadCategory.County => "F",
        RoadCategory.Municipal => "K",
        RoadCategory.Private => "P",
        RoadCategory.Forest => "S",
        _ => null,
    };
}
