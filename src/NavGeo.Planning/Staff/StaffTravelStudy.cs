using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Language;
using NavGeo.Routing.Times;

namespace NavGeo.Planning.Staff;

/// <summary>
/// What the staff of a case drives under its structures: counsellors from their base to other sites and to partners,
/// leaders between the sites of their office. Immutable.
/// </summary>
public sealed class StaffTravelStudy
{
    private readonly AccessStudy study;
    private readonly StaffPlaces places;

    private StaffTravelStudy(AccessStudy study, StaffSettings settings)
    {
        this.study = study;
        Settings = settings;
        places = new StaffPlaces(study);
    }

    /// <summary>What turns trips into årsverk and kroner.</summary>
    public StaffSettings Settings { get; }

    /// <summary>Prepares a case.</summary>
    public static StaffTravelStudy Of(AccessStudy study, StaffSettings? settings = null) => new(study, settings ?? new StaffSettings());

    /// <summary>The trips of one structure.</summary>
    public StructureStaffTravel Travel(Structure structure)
    {
        var findings = new List<Phrase>();
        bool isAssumed = study.Case.Rounds.Count == 0;
        PlannedTrip[] counsellors =
        [
            .. isAssumed
                ? AssumedVisits.Of(study.Case, places, structure, Settings).Concat(AssumedDuties.Of(study.Case, places, structure, Settings))
                : Rounds(structure, findings),
        ];
        PlannedTrip[] leaders = [.. structure.Offices.SelectMany(LeaderTrips)];
        PlannedTrip[] all = [.. counsellors, .. leaders];
        WeightedTrip[] trips =
        [
            .. all.Select(t => new WeightedTrip(t.From.Place, t.To.Place, t.TripsPerYear)),
            .. all.Select(t => new WeightedTrip(t.To.Place, t.From.Place, t.TripsPerYear)),
        ];
        var use = RoadUse.Of(study.Metric, study.Open, study.Case.Water, trips);
        StaffTrip[] measured = [.. all.Select((t, i) => Measured(t, use.Trips[i], use.Trips[all.Length + i]))];
        findings.AddRange(measured.Where(t => !t.IsReachable).Select(t => new Phrase("decisions.staff.no-way", t.Who, t.From, t.To)));
        findings.AddRange(TooManyMunicipalities(measured));
        if (isAssumed && StaffNotGiven() is { } notGiven) findings.Add(notGiven);
        return new StructureStaffTravel
        {
            Structure = structure,
            Settings = Settings,
            Counsellors = measured[..counsellors.Length],
            Leaders = measured[counsellors.Length..],
            Roads = use.ByRoad(),
            Findings = findings,
            IsPartUnknown = Array.Exists(measured, t => !t.IsReachable) || (isAssumed && IsStaffMissed(structure)),
            AreCounsellorsAssumed = isAssumed,
            CounsellorsOnDuty = study.Case.Figures.Assumptions.Get(AssumptionKey.CounsellorsOnDuty).Value,
        };
    }

    private static StaffTrip Measured(PlannedTrip trip, TripMeasure there, TripMeasure back) => new()
    {
        Kind = trip.Kind,
        Who = trip.Who,
        From = trip.From.Name,
        To = trip.To.Name,
        Municipalities = [.. ((string[])[trip.From.Municipality, trip.To.Municipality]).Distinct(StringComparer.Ordinal)],
        TripsPerYear = trip.TripsPerYear,
        Out = there.Time,
        Back = back.Time,
        Millimetres = there.Millimetres + back.Millimetres,
    };

    /// <summary>The rounds of the case as a structure makes them.</summary>
    private List<PlannedTrip> Rounds(Structure structure, List<Phrase> findings)
    {
        var trips = new List<PlannedTrip>();
        foreach (Round round in study.Case.Rounds)
        {
            if (round.Structures.Count > 0 && !round.Structures.Contains(structure.Id)) continue;
            if (places.Base(structure, places.IndexOf(round.BaseSite)) is not { } from)
            {
                findings.Add(new Phrase("decisions.staff.no-base", round.Counsellor));
                continue;
            }
            int site = places.IndexOf(round.To);
            if (site >= 0 && !structure.OpenSites.Contains(round.To))
            {
                findings.Add(new Phrase("decisions.staff.closed-site", round.Counsellor, study.Case.Sites[site].Name));
                continue;
            }
            StaffPlace to = site >= 0
                ? places.Site(site)
                : places.Partner(round.To) ?? throw new ArgumentException($"no site or partner '{round.To}'");
            if (to.Place == from.Place) continue;
            trips.Add(new PlannedTrip(StaffTripKind.Round, round.Counsellor, from, to, (long)round.TripsPerYear * round.People));
        }
        return trips;
    }

    private IEnumerable<PlannedTrip> LeaderTrips(Office office)
    {
        IReadOnlyList<int> open = places.OpenSites(office);
        return open.Skip(1).Select(site => new PlannedTrip(
            StaffTripKind.Leader, office.Name, places.Site(open[0]), places.Site(site),
            (long)Settings.LeaderVisitsPerWeek * Settings.WeeksPerYear));
    }

    /// <summary>The partners' rule that nobody follows up users in more than so many municipalities.</summary>
    private IEnumerable<Phrase> TooManyMunicipalities(StaffTrip[] trips) =>
        from t in trips
        where t.Kind == StaffTripKind.Round
        group t by t.Who into rounds
        let numbers = rounds.SelectMany(r => r.Municipalities).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()
        where numbers.Length > Settings.MaximumMunicipalities
        select new Phrase(
            "decisions.staff.municipalities", rounds.Key, numbers.Length, string.Join(", ", numbers.Select(NameOf)), Settings.MaximumMunicipalities);

    /// <summary>Whether a municipality whose staff the case does not give has to be driven to, or an office of such alone has several sites.</summary>
    private bool IsStaffMissed(Structure structure) => WithoutStaff.Any(m =>
    {
        if (structure.FindOffice(study.Case, m.Number) is not { } office) return false;
        IReadOnlyList<int> open = places.OpenSites(office);
        bool isDrivenTo = open.Count > 0 && open.All(s => study.Case.Sites[s].Municipality != m.Number);
        return isDrivenTo || (open.Count > 1 && !study.Case.Staffing.Any(u => u.Municipalities.Any(n => office.Municipalities.Contains(n, StringComparer.Ordinal))));
    });

    private IEnumerable<Municipality> WithoutStaff => study.Case.Municipalities.Where(m => !study.Case.Staffing.Any(u => u.Municipalities.Contains(m.Number)));

    /// <summary>The municipalities whose staff the case does not give: their trips are in no figure.</summary>
    private Phrase? StaffNotGiven()
    {
        if (study.Case.Staffing.Count == 0) return null;
        string[] names = [.. WithoutStaff.Select(m => m.Name)];
        return names.Length == 0 ? null : new Phrase("decisions.staff.not-given", string.Join(", ", names));
    }

    private string NameOf(string number) => study.Case.Municipalities.FirstOrDefault(m => m.Number == number)?.Name ?? number;
}
