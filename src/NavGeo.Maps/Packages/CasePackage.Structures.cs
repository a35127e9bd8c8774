using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Maps.Styles;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Language;
using NavGeo.Routing;

namespace NavGeo.Maps.Packages;

/// <content>What each structure does: sites, offices, catchments, places and ledger.</content>
public sealed partial class CasePackage
{
    private const double CatchmentOpacity = 0.55;
    private const string Losers = "taper";
    private const string Winners = "vinner";
    private const string Even = "like";

    private GeoPackageTable Sites(StructureAccess access)
    {
        PackageLayer layer = new PackageLayer(GeoPackageGeometryType.Point)
            .Text("tjenestested", "navn", "kommunenummer", "kontor").Real("åpne_dager").Whole("innbyggere").Real("snitt_minutter").Flag("plassering_anslått");
        foreach ((int i, ServiceSite site) in Case.Sites.Index())
        {
            SiteOpening opening = SiteOpening.Of(access.Structure, site.Id);
            layer.Row(
                shapes.Of(Case.SitePoints[i]), site.Id, site.Name, site.Municipality, opening.Office, opening.OpenDays, access.BySite[i].Served,
                Rounded(access.BySite[i].MeanMinutes), site.IsPositionEstimated);
        }
        QgisStyle looks = new QgisStyle { LabelColumn = "navn" }
            .Rule("\"åpne_dager\" >= 5", "Tjenestested, åpent hver dag", QgisSymbol.Disc(style.Sites.Open, style.Sites.Rim, 3.2))
            .Rule("\"åpne_dager\" > 0 and \"åpne_dager\" < 5", "Tjenestested, åpent noen dager", QgisSymbol.Disc(style.Sites.PartTime, style.Sites.Open, 3))
            .Rule("\"åpne_dager\" = 0", "Stengt tjenestested", QgisSymbol.Disc(style.Sites.Rim, style.Sites.Closed, 2));
        return Table(layer, "tjenestesteder", "Tjenestesteder", "Alle tjenestesteder i saken og hva modellen gjør med hvert.", looks, access.Structure);
    }

    private GeoPackageTable Offices(ComparedStructure compared)
    {
        PackageLayer layer = new PackageLayer(shapes.OfficeType)
            .Text("kontor", "vertskommune", "kommuner", "tjenestesteder").Whole("folketall", "ansatte").Real("årsverk");
        foreach (OfficeSize size in compared.Offices)
        {
            layer.Row(
                shapes.Office(size.Office), size.Office.Name, size.Office.Host, string.Join('|', size.Office.Municipalities),
                string.Join('|', size.Office.Sites), size.Inhabitants, size.Employees, (double?)size.FullTimeEquivalents);
        }
        QgisStyle looks = new QgisStyle { LabelColumn = "kontor", LabelColour = style.Text.Plain }.Rule(
            "", "Kontor", shapes.HasOutlines ? QgisSymbol.Outline(style.Text.Plain, 0.6) : QgisSymbol.Disc(style.Text.Plain, style.Sites.Rim, 2.4));
        return Table(layer, "kontor", "Kontor", "Kontorene i modellen: kommunene de har ansvar for, størrelse og bemanning.", looks, compared.Access.Structure);
    }

    private GeoPackageTable Catchments(StructureAccess access)
    {
        PackageLayer layer = new PackageLayer(shapes.CatchmentType)
            .Text("tjenestested", "navn", "kontor").Whole("innbyggere").Real("snitt_minutter", "andel_innen_30_min").Whole("farge");
        var places = new List<PlanePoint>[Case.Sites.Count];
        for (int place = 0; place < Demand.Count; place++)
        {
            int site = access.Assignment.Sites[place];
            if (site != SiteAssignment.NoSite) (places[site] ??= []).Add(Demand.Points[place]);
        }
        for (int site = 0; site < places.Length; site++)
        {
            if (places[site] is not { } own) continue;
            AccessIndicators served = access.BySite[site];
            layer.Row(
                shapes.Catchment(own), Case.Sites[site].Id, Case.Sites[site].Name, SiteOpening.Of(access.Structure, Case.Sites[site].Id).Office,
                served.Served, Rounded(served.MeanMinutes), Rounded(served.ShareWithin(WithinThirty), 4), site % AreaColours.Length);
        }
        // QGIS would write the name at each of many points.
        var looks = new QgisStyle { LabelColumn = Demand.CellMetres > 0 ? "navn" : null };
        foreach ((int i, string colour) in AreaColours.Index())
        {
            looks.Rule(
                FormattableString.Invariant($"\"farge\" = {i}"), FormattableString.Invariant($"Nedslagsfelt, farge {i + 1}"),
                Demand.CellMetres > 0 ? QgisSymbol.Area(colour, style.Text.Plain, 0.2, CatchmentOpacity) : QgisSymbol.Disc(colour, style.Text.Plain, 2));
        }
        return Table(layer, "nedslagsfelt", "Nedslagsfelt", "Hvem som har hvert åpne tjenestested som sitt nærmeste.", looks, access.Structure);
    }

    private GeoPackageTable Places(ComparedStructure compared, bool isBaseline)
    {
        PackageLayer layer = new PackageLayer(shapes.PlaceType)
            .Text("rute", "navn").Whole("innbyggere").Flag("skjult").Real("minutter").Whole("klasse").Text("status", "tjenestested", "kommunenummer")
            .Real("meter_til_veg");
        if (!isBaseline) layer.Text("endring").Real("minutter_før", "differanse_minutter");
        SiteAssignment assignment = compared.Access.Assignment;
        for (int place = 0; place < Demand.Count; place++)
        {
            int site = assignment.Sites[place];
            double gap = Study.Places[place].Snap.GapMetres;
            int municipality = Demand.Municipalities[place];
            TravelTime time = assignment.TimeOf(place);
            object?[] values =
            [
                Demand.Ids[place], Demand.Names[place], Demand.IsFew(place) ? null : Demand.People[place], Demand.IsFew(place), Minutes(time), style.ClassOf(time) + 1,
                PackageWords.Of(assignment.States[place]), site == SiteAssignment.NoSite ? null : Case.Sites[site].Id,
                municipality < 0 ? null : Case.Municipalities[municipality].Number, double.IsFinite(gap) ? Math.Round(gap) : null,
            ];
            layer.Row(shapes.Place(place), isBaseline ? values : [.. values, .. Change(compared.Ledger.Places[place], assignment.States[place])]);
        }
        return Table(
            layer, "ruter", "Reisetid", "Reisetid én vei fra hvert sted der folk bor, til nærmeste åpne tjenestested.", PlaceStyle(), compared.Access.Structure);
    }

    private static object?[] Change(PlaceChange change, AccessState state) =>
    [
        state == AccessState.Outside ? "utenfor" : PackageWords.Of(ChangeScale.KindOf(change.Before, change.After)), Minutes(change.Before),
        change.Before.IsReachable && change.After.IsReachable ? Rounded(change.Difference!.Value / MillisecondsPerMinute) : null,
    ];

    private QgisStyle PlaceStyle()
    {
        var looks = new QgisStyle();
        bool isArea = Demand.CellMetres > 0;
        for (int i = 0; i < style.Classes.Count; i++)
        {
            string colour = style.Classes[i].Colour;
            string label = style.Classes[i].UpToMinutes is { } bound ? FormattableString.Invariant($"inntil {bound} min") : FormattableString.Invariant($"over {style.Classes[i - 1].UpToMinutes} min");
            looks.Rule(
                FormattableString.Invariant($"\"klasse\" = {i + 1}"), label,
                isArea ? QgisSymbol.Area(colour, colour, 0.05) : QgisSymbol.Disc(colour, style.Text.Plain, 2));
        }
        looks.Rule(
            "\"klasse\" = 0 and \"status\" <> 'utenfor'", "uten tilgang",
            isArea ? QgisSymbol.Hatched(style.NoAccess) : QgisSymbol.Disc(style.NoAccess.Colour, style.NoAccess.Hatch?.Colour ?? style.Text.Plain, 2));
        return looks;
    }

    private GeoPackageTable Ledger(ComparedStructure compared)
    {
        PackageLayer layer = new PackageLayer(shapes.MunicipalityType)
            .Text("kommunenummer", "navn", "flest").Whole("innbyggere", "uendret", "fortsatt_uten_vei", "kortere", "lengre", "mister_tilgang", "får_tilgang")
            .Real("timer_mer_per_år", "timer_mindre_per_år", "timer_netto_per_år", "største_økning_minutter");
        foreach (LedgerRow row in compared.Ledger.Municipalities)
        {
            Municipality municipality = Case.Municipalities[row.Municipality];
            AccessChange change = row.Change;
            layer.Row(
                shapes.Municipalities[row.Municipality], municipality.Number, municipality.Name, MostOf(change), change.People, change.Unchanged, change.StillWithout, change.Gain,
                change.Lose, change.LoseAccess, change.GainAccess, Rounded(row.HoursMore, 1), Rounded(row.HoursLess, 1),
                Rounded(row.HoursNet, 1), Rounded(change.WorstMilliseconds / MillisecondsPerMinute));
        }
        QgisStyle looks = new QgisStyle { LabelColumn = "navn" }
            .Rule($"\"flest\" = '{Losers}'", "Flere taper enn vinner", LedgerSymbol(ChangeKind.Longer))
            .Rule($"\"flest\" = '{Winners}'", "Flere vinner enn taper", LedgerSymbol(ChangeKind.Shorter))
            .Rule($"\"flest\" = '{Even}'", "Like mange, eller ingen", LedgerSymbol(ChangeKind.Unchanged));
        string held = comparison.Yardstick is { IsToday: false } yardstick ? yardstick.Name.In(UserLanguage.Bokmaal) : "dagens organisering";
        return Table(
            layer, "regnskap", "Regnskap", $"Hvem som vinner og taper i hver kommune når modellen kommer i stedet for {held}.", looks, compared.Access.Structure);
    }

    /// <summary>Whether more lose or gain.</summary>
    private static string MostOf(AccessChange change) =>
        (change.Lose + change.LoseAccess).CompareTo(change.Gain + change.GainAccess) switch { > 0 => Losers, < 0 => Winners, _ => Even };

    /// <summary>In the middle colour of the scale of change.</summary>
    private QgisSymbol LedgerSymbol(ChangeKind kind)
    {
        int step = kind == ChangeKind.Unchanged ? 0 : ChangeScale.Steps / 2;
        string colour = ChangeStyle.Usual.Areas[ChangeScale.IndexOf(kind, step)].Colour;
        return shapes.HasOutlines ? QgisSymbol.Area(colour, style.Ground.Boundary, style.Ground.BoundaryMm, 0.7) : QgisSymbol.Disc(colour, style.Text.Plain, 3);
    }

    private GeoPackageTable Table(PackageLayer layer, string name, string title, string description, QgisStyle looks, Structure structure)
    {
        string full = $"{title}, {structure.Id}: {structure.Name.In(Case.Language)}";
        return layer.ToTable(NameOf(name, structure.Id), full, description, looks, Origin(full, structure));
    }
}
