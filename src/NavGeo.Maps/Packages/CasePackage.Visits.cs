using NavGeo.Data.Formats.GeoPackage;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Visits;
using NavGeo.Transit.Search;

namespace NavGeo.Maps.Packages;

/// <content>Who comes to an open site and home the same day without a car.</content>
public sealed partial class CasePackage
{
    private GeoPackageTable WithoutCar(Structure structure, VisitStudy study)
    {
        PackageLayer layer = new PackageLayer(shapes.PlaceType)
            .Text("rute", "navn").Whole("innbyggere").Flag("skjult").Whole("dager_i_uka", "dager", "av_dager").Text("tjenestested", "drar", "hjemme").Real("minutter_borte").Text("kommunenummer");
        StructureVisits under = study.Under(structure);
        for (int place = 0; place < Demand.Count; place++)
        {
            int municipality = Demand.Municipalities[place];
            DayVisit? usual = under.UsualOf(place);
            layer.Row(
                shapes.Place(place), Demand.Ids[place], Demand.Names[place], Demand.IsFew(place) ? null : Demand.People[place], Demand.IsFew(place), under.WholeDays(place),
                under.ByPlace[place].Length, under.Days, usual is { } to ? Case.Sites[to.Site].Id : null, usual is { } leaves ? DayClock.Text(leaves.Leave) : null,
                usual is { } comes ? DayClock.Text(comes.Home) : null, usual is { } away ? Rounded(away.AwaySeconds / 60.0) : null,
                municipality < 0 ? null : Case.Municipalities[municipality].Number);
        }
        return Table(
            layer, "uten_bil", "Uten bil", "Dager i uka en uten bil kan besøke et åpent tjenestested og komme hjem samme dag; den vanligste reisen.", VisitLooks(), structure);
    }

    /// <summary>As the sheet: the more days, the lighter.</summary>
    private QgisStyle VisitLooks()
    {
        var looks = new QgisStyle();
        bool isArea = Demand.CellMetres > 0;
        int week = WeekdayCode.Each.Count;
        for (int days = week; days > 0; days--)
        {
            string colour = style.Classes[week - days].Colour;
            looks.Rule(
                FormattableString.Invariant($"\"dager_i_uka\" = {days}"), FormattableString.Invariant($"{days} {(days == 1 ? "dag" : "dager")} i uka"),
                isArea ? QgisSymbol.Area(colour, colour, 0.05) : QgisSymbol.Disc(colour, style.Text.Plain, 2));
        }
        looks.Rule(
            "\"dager_i_uka\" = 0", "ingen dag",
            isArea ? QgisSymbol.Hatched(style.NoAccess) : QgisSymbol.Disc(style.NoAccess.Colour, style.NoAccess.Hatch?.Colour ?? style.Text.Plain, 2));
        return looks;
    }
}
