using System.Globalization;
using System.Text.Json;
using NavGeo.Data.Networks;
using NavGeo.Planning.Access;
using NavGeo.Planning.Cases;
using NavGeo.Planning.Comparing;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using NavGeo.Planning.Publishing;
using NavGeo.Reports.Json;
using NavGeo.Routing.Graph;
using NavGeo.Web.Situations;
using MeetingCase = NavGeo.Tests.Web.EmbeddedCase;

namespace NavGeo.Tests.Planning.Edits;

/// <summary>
/// The same edit gives the same numbers wherever it is made: as an option of the command, in a scenario file, in a meeting
/// that has measured something else before.
/// </summary>
public sealed class SameAnswerTests
{
    private const int Sequences = 200;
    private const int LongestSequence = 5;

    private static readonly Ground Hallingdal = new(MeetingCase.Hallingdal);
    private static readonly Ground Nordland = new(Web.MeetingVisitTests.ByBoat(MeetingCase.Nordland));

    private static readonly string Ferry = Enumerable.Range(0, Nordland.Case.Roads.EdgeCount)
        .Where(e => Nordland.Case.Roads.EdgeKinds[e] == LinkKind.CarFerry).Select(Nordland.Case.Roads.NameOf).OfType<string>().First();

    /// <summary>Every kind, and every form of those that have several.</summary>
    private static readonly Edit[] Kinds =
    [
        new ChooseStructure("E"), new SetSiteDays("E", "fla", 0), new SetSiteDays("A", "hol", 2.5), new MoveSite("gol", 8.6, 60.7),
        new GiveMunicipality("A", "0618", "NAV Ål"), new MergeOffices("A", "NAV Flå", "NAV Nes"),
        new CloseRoad("rv 7"), new CloseRoad("rv 52"), new CloseStretch("rv 7", "gol", "al"), new CloseStretch("rv 7", "8.2075,60.5324", "al"),
        new CloseStretch("rv 7", "7.2522,60.4235", "7.8692,60.5161"), new CloseArea([[8.9, 60.65], [9.0, 60.65], [9.0, 60.75], [8.9, 60.75]]),
        new CloseRoad("rv 7", IsToAll: true), new CloseStretch("rv 7", "gol", "al", IsToAll: true),
        new CloseArea([[8.9, 60.65], [9.0, 60.65], [9.0, 60.75], [8.9, 60.75]], IsToAll: true),
        new CloseAt(8.56, 60.63), new SetSpeed("rv 7", 40), new SetWinter(true), new SetWinter(true, 25), new SetWinter(false), new SetFerryWait("none"),
        new AddLink([[8.5625, 60.6295], [8.5559, 60.8639]], Kmh: 80), new AddLink([[8.5559, 60.8639], [8.7, 60.8], [8.9377, 60.7033]], Minutes: 12, Road: "rv 998", Name: "Ny", IsOneWay: true),
        new AddLink([[8.6, 60.9], [8.75, 60.75]], Kmh: 110), new CloseRoad("rv 998"), new CloseRoad("E 99"), new SetSiteDays("X", "fla", 0),
        new AddSite("E", "Hovet", 8.2207, 60.6206, 2), new SetSiteDays("A", "Hovet", 5), new MoveSite("Hovet", 8.3, 60.6), new AddSite("A", "nav gol", 8.6, 60.7, 5),
    ];

    private static readonly Edit[] OnWater =
    [
        new StopFerry(Ferry), new SetFerryHeadway(Ferry, 20), new SetFerryHeadway("Ingensteds", 20), new SetFerryWait("fixed(10)"),
        new AddLink([[14.4, 67.28], [14.6, 67.4]], IsFerry: true, Minutes: 20, Headway: 60, Name: "Ny ferje"), new StopFerry("Ny ferje"),
        new TakeOutDeparture("Røst", 300), new MoveDeparture("Værøy", 420, -30), new MoveDeparture("Værøy", 421, 30), new MoveDeparture("Værøy", 660, -30), new SetSiteHours("TO-senter", "bodo", 600, 1200),
        new SetSiteHours("A", "bodo", 600, 500),
    ];

    [Fact]
    public void All_kinds_are_tried()
    {
        IEnumerable<Type> kinds = typeof(Edit).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Edit)));
        Assert.Equal(kinds.Select(t => t.Name).Order(StringComparer.Ordinal), Kinds.Concat(OnWater).Select(e => e.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_edit_gives_the_same_numbers_everywhere()
    {
        foreach (Edit edit in Kinds) Hallingdal.AssertSame([edit]);
        foreach (Edit edit in OnWater) Nordland.AssertSame([edit]);
        Nordland.AssertSame([.. OnWater.OfType<AddLink>(), .. OnWater.OfType<StopFerry>().TakeLast(1)]);
    }

    [Fact]
    public void Random_sequences_of_edits_give_the_same_numbers_everywhere()
    {
        var random = new Random(20261129);
        for (int sequence = 0; sequence < Sequences; sequence++)
            Hallingdal.AssertSame([.. Enumerable.Range(0, 1 + random.Next(LongestSequence)).Select(_ => Kinds[random.Next(Kinds.Length)])]);
    }

    /// <summary>An edit as the command's options take it; itself where they do not.</summary>
    private static Edit AsOption(Edit edit) => edit switch
    {
        CloseRoad e => Edit.Parse(Close(e.IsToAll), e.Road),
        CloseStretch e => Edit.Parse(Close(e.IsToAll), $"{e.Road} {e.From} {e.To}"),
        CloseArea e => Edit.Parse(Close(e.IsToAll), string.Join(' ', e.Points.Select(p => Invariant($"{p[0]},{p[1]}")))),
        CloseAt e => Edit.Parse("--close-at", Invariant($"{e.Longitude},{e.Latitude}")),
        SetSpeed e => Edit.Parse("--speed", Invariant($"{e.Road} {e.Kmh}")),
        StopFerry e => Edit.Parse("--no-ferry", e.Ferry),
        SetFerryHeadway e => Edit.Parse("--headway", Invariant($"{e.Ferry} {e.Minutes}")),
        SetFerryWait e => Edit.Parse("--ferry-wait", e.Wait),
        AddLink e => FromFile(e),
        _ => edit,
    };

    private static string Close(bool isToAll) => isToAll ? "--close-to-all" : "--close";

    private static AddLink FromFile(AddLink link)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["kind"] = link.IsFerry ? "ferry" : "road", ["oneway"] = link.IsOneWay };
        foreach ((string name, object? value) in (ReadOnlySpan<(string, object?)>)[("kmh", link.Kmh), ("minutes", link.Minutes), ("name", link.Name), ("road", link.Road), ("headway", link.Headway)])
        {
            if (value is not null) properties[name] = value;
        }
        string path = Path.GetTempFileName();
        File.WriteAllText(path, JsonSerializer.Serialize(new { type = "Feature", properties, geometry = new { type = "LineString", coordinates = link.Points } }));
        AddLink read = AddedLinksFile.Read(path, new Findings()).Single();
        File.Delete(path);
        return read;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A case, and a meeting on it that goes on.</summary>
    private sealed class Ground
    {
        private readonly AccessStudy start;
        private readonly StructureAccess today;
        private Situation? before;

        public Ground(PlanningCase planningCase)
        {
            Case = planningCase;
            start = AccessStudy.Of(planningCase);
            today = start.Access(planningCase.GetStructure(planningCase.Baseline));
        }

        public PlanningCase Case { get; }

        public void AssertSame(Edit[] edits)
        {
            Edit[] asOptions = [.. edits.Select(AsOption)];
            Assert.Equal(edits, asOptions);
            byte[] file = ScenarioFile.Of("prøve", Case, edits, [], UserLanguage.Nynorsk, "a test").ToBytes();
            var scenario = ScenarioFile.Read(file, null);
            scenario.CheckFits(Case);
            string inMeeting = Answer(() => (before = Situation.Of(start, today, edits, before)).Comparison);
            string told = string.Join("; ", edits.Select(e => e.ToString()));
            Assert.True(inMeeting == Answer(() => Measured(draft => Array.ForEach(asOptions, e => draft.Add(e)), null)), told);
            Assert.True(inMeeting == Answer(() => Measured(scenario.ApplyTo, start)), told);
        }

        private Comparison Measured(Action<EditDraft> make, AccessStudy? known)
        {
            var draft = new EditDraft(Case);
            make(draft);
            return Comparison.Of(draft.Measure(known), []);
        }

        /// <summary>Everything the comparison tells, or what is wrong with the edits.</summary>
        private static string Answer(Func<Comparison> compare)
        {
            try
            {
                Comparison comparison = compare();
                string words = string.Join("; ", comparison.Study.Case.Differences.Select(d => d.In(UserLanguage.Bokmaal)));
                return ComparisonJson.Of(Publication.Of(comparison, Audience.Internal), UserLanguage.Bokmaal).ToJsonString() + words;
            }
            catch (InputException wrong)
            {
                return wrong.Message;
            }
        }
    }
}
