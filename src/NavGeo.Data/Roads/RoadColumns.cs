using NavGeo.Routing;

namespace NavGeo.Data.Roads;

/// <summary>
/// What Kartverket's road files (N1000, N50, Elveg) call things, in one place. Names are compared without regard to
/// case; of several candidates the first that the file has is taken.
/// </summary>
internal static class RoadColumns
{
    public static readonly string[] Layers = ["Veglenke", "VegSenterlinje", "Vegsenterlinje", "veg_senterlinje", "N50_Samferdsel_senterlinje"];

    public static readonly string[] Kind = ["typeVeg", "type_veg", "vegtype"];
    public static readonly string[] Category = ["vegkategori"];
    public static readonly string[] Number = ["vegnummer"];
    public static readonly string[] MotorwayKind = ["motorvegtype", "motorveg_type"];
    public static readonly string[] Phase = ["vegfase", "vegstatus"];
    public static readonly string[] Updated = ["oppdateringsdato"];

    /// <summary><c>vegfase</c> of a road that is open; every other phase is planned or being built.</summary>
    public const string OpenPhase = "V";

    /// <summary>What a kind of road in the file is here; null for one that carries no cars.</summary>
    /// <returns>False where the kind is not known.</returns>
    public static bool TryKind(string name, out LinkKind? kind)
    {
        (bool known, kind) = name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "ENKELBILVEG" or "KANALISERTVEG" or "RAMPE" or "RUNDKJØRING" or "GATETUN" => (true, (LinkKind?)LinkKind.Road),
            "BILFERJE" => (true, LinkKind.CarFerry),
            "PASSASJERFERJE" => (true, LinkKind.PassengerBoat),
            "STI" or "MERKETSTI" or "BARMARKSLØYPE" or "TRAKTORVEG" or "GANGVEG" or "SYKKELVEG" or "GANGOGSYKKELVEG"
                or "FORTAU" or "TRAPP" or "GANGFELT" or "GÅGATE" or "SKILØYPE" => (true, null),
            _ => (false, null),
        };
        return known;
    }

    /// <summary>A road that is a motorway or a motor-traffic road is more than a road.</summary>
    public static LinkKind WithMotorway(LinkKind kind, string? motorwayKind) => (kind, motorwayKind?.ToUpperInvariant()) switch
    {
        (LinkKind.Road, "MOTORVEG" or "MOTORVEG A" or "A") => LinkKind.Motorway,
        (LinkKind.Road, "MOTORTRAFIKKVEG" or "MOTORVEG B" or "B") => LinkKind.Expressway,
        _ => kind,
    };

    /// <summary>The owner behind a <c>vegkategori</c> letter.</summary>
    public static RoadCategory CategoryOf(string? letter) => letter?.Trim().ToUpperInvariant() switch
    {
        "E" => RoadCategory.European,
        "R" => RoadCategory.National,
        "F" => RoadCategory.County,
        "K" => RoadCategory.Municipal,
        "P" => RoadCategory.Private,
        "S" => RoadCategory.Forest,
        _ => RoadCategory.Unknown,
    };
}
