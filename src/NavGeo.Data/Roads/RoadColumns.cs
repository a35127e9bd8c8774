using NavGeo.Routing.Graph;

namespace NavGeo.Data.Roads;

/// <summary>
/// What Kartverket's road files (N1000, N50, Elveg) call things, in one place. Names are compared without regard to
/// case; of several candidates the first that the file has is taken.
/// </summary>
internal static class RoadColumns
{
    public static readonly string[] Layers =
    [
        "Veglenke", "VegSenterlinje", "Vegsenterlinje", "veg_senterlinje", "N50_Samferdsel_senterlinje", "Samferdsel_senterlinje", "ElvegVeglenke",
        "Elveg_Veglenke", "veglenker", "segmentert", "veglenkesekvenser_segmentert",
    ];

    public static readonly string[] Kind = ["typeVeg", "type_veg", "vegtype", "typeVeg_sosi", "typeveg_sosi", "objtype", "objekttype"];
    public static readonly string[] Category =
        ["vegkategori", "vegsystem_vegkategori", "vegsystemreferanse_vegsystem_vegkategori", "vegsystemreferanse.vegsystem.vegkategori"];
    public static readonly string[] Number =
        ["vegnummer", "vegsystem_vegnummer", "vegsystemreferanse_vegsystem_vegnummer", "vegsystemreferanse.vegsystem.vegnummer", "nummer", "vegsystemreferanse.vegsystem.nummer"];
    public static readonly string[] MotorwayKind = ["motorvegtype", "motorveg_type", "motorveg"];
    public static readonly string[] Phase =
        ["vegfase", "vegsystem_vegfase", "vegsystemreferanse_vegsystem_vegfase", "vegsystemreferanse.vegsystem.vegfase", "fase", "vegsystemreferanse.vegsystem.fase", "vegstatus"];
    public static readonly string[] Updated = ["oppdateringsdato"];

    /// <summary>Who the road is for: K for vehicles, G for walking and cycling.</summary>
    public static readonly string[] Users = ["trafikantgruppe", "strekning_trafikantgruppe", "vegsystemreferanse.strekning.trafikantgruppe"];

    /// <summary>Lane codes, which tell one-way roads.</summary>
    public static readonly string[] Lanes = ["feltoversikt", "feltOversikt"];

    /// <summary>The whole road as one line, its carriageways, or both in one.</summary>
    public static readonly string[] Level = ["detaljnivå", "detaljniva", "detaljnivaa"];

    /// <summary>T on the ground, U under it, L in the air.</summary>
    public static readonly string[] Medium = ["medium"];

    /// <summary>Signposted speed where a file has been given it.</summary>
    public static readonly string[] Limit = ["fartsgrense", "fartsgrenseverdi", "fartsgrense_verdi"];

    /// <summary><c>vegfase</c> of a road that is open; every other phase is planned or being built.</summary>
    public const string OpenPhase = "V";

    /// <summary>What a kind of road in the file is here; null for one that carries no cars.</summary>
    /// <returns>False where the kind is not known.</returns>
    public static bool TryKind(string name, out LinkKind? kind)
    {
        (bool known, kind) = name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "ENKELBILVEG" or "KANALISERTVEG" or "VEGSENTERLINJE" or "KJØREBANE" or "RAMPE" or "RUNDKJØRING" or "GATETUN" => (true, (LinkKind?)LinkKind.Road),
            "BILFERJE" or "BILFERJESTREKNING" or "FERJESTREKNING" => (true, LinkKind.CarFerry),
            "PASSASJERFERJE" or "PASSASJERFERJESTREKNING" => (true, LinkKind.PassengerBoat),
            "STI" or "MERKETSTI" or "BARMARKSLØYPE" or "TRAKTORVEG" or "GANGVEG" or "SYKKELVEG" or "GANGOGSYKKELVEG"
                or "FORTAU" or "TRAPP" or "GANGFELT" or "GÅGATE" or "SKILØYPE"
                or "GANGSYKKELVEGSENTERLINJE" or "TRAKTORVEGSTI" or "ANNET" => (true, null),
            _ => (false, null),
        };
        return known;
    }

    /// <summary>SOSI's <c>medium</c>: U is under ground, L in the air, that is on a bridge; and a ramp is one.</summary>
    public static LinkMarks MarksOf(string? medium, string kindName) =>
        (medium switch { "U" => LinkMarks.Underground, "L" => LinkMarks.OnBridge, _ => LinkMarks.None })
        | (kindName.Equals("rampe", StringComparison.OrdinalIgnoreCase) ? LinkMarks.Ramp : LinkMarks.None);

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
