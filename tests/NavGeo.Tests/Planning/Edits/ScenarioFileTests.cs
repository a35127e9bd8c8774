using System.Text;
using NavGeo.Planning.Edits;
using NavGeo.Planning.Language;
using MeetingCase = NavGeo.Tests.Web.EmbeddedCase;

namespace NavGeo.Tests.Planning.Edits;

/// <summary>A scenario as a file: read as it was written, and a mistake in it told with its line.</summary>
public sealed class ScenarioFileTests
{
    private const string Written =
        """
        {
          "name": "Vinter",
          "case": "hallingdal",
          "generator": "NavGeo 0.1.0",
          "sources": {},
          "edits": [
            { "kind": "chooseStructure", "structure": "E" },
            { "kind": "setWinter", "isWinter": true },
            {
              "kind": "addLink",
              "points": [[8.5, 60.6], [8.6, 60.8]],
              "isFerry": false, "kmh": 80, "minutes": null
            },
            { "road": "rv 7", "kind": "closeStretch", "from": "gol", "to": "al" }
          ],
          "sentences": [],
          "objections": ["Kari: \"nei\""]
        }
        """;

    /// <summary>What meetings wrote before the edits had more to say is read, and written again without more.</summary>
    [Fact]
    public void File_of_an_older_meeting_means_the_same()
    {
        ScenarioFile file = Read(Written);
        Assert.Equal(
            [new ChooseStructure("E"), new SetWinter(true), new AddLink([[8.5, 60.6], [8.6, 60.8]], Kmh: 80), new CloseStretch("rv 7", "gol", "al")], file.Edits);
        string again = Encoding.UTF8.GetString(file.ToBytes());
        Assert.Equal(Words(Written.Replace("{ \"road\": \"rv 7\", \"kind\": \"closeStretch\",", "{ \"kind\": \"closeStretch\", \"road\": \"rv 7\",", StringComparison.Ordinal)), Words(again));
    }

    [Theory]
    [InlineData("\"structure\": \"E\"", "\"structur\": \"E\"", ":7:")]
    [InlineData("chooseStructure", "dance", ":7:")]
    [InlineData("\"isWinter\": true", "\"isWinter\": 1", ":8:")]
    [InlineData("\"addLink\"", "\"addLinks\"", ":9:")]
    [InlineData("\"sources\": {},", "\"sources\": {}", ":6:")]
    [InlineData("\"sentences\": []", "\"sentences\": 3", ":16:")]
    public void Mistake_is_told_with_its_line(string right, string wrong, string place) =>
        Assert.Contains("s.json" + place, Assert.Throws<InputException>(() => Read(Written.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void All_edits_that_are_wrong_are_told_at_once()
    {
        string wrong = Written.Replace("chooseStructure", "dance", StringComparison.Ordinal).Replace("closeStretch", "sing", StringComparison.Ordinal);
        Assert.Equal(["7", "14"], Assert.Throws<InputException>(() => Read(wrong)).Findings.Select(f => f.Place));
    }

    [Theory]
    [InlineData("\"structure\": \"E\"", "\"structure\": \"Q\"", "7")]
    [InlineData("\"kmh\": 80", "\"kmh\": 800", "9")]
    [InlineData("\"rv 7\"", "\"rv 998\"", "14")]
    [InlineData("\"gol\"", "\"oslo\"", "14")]
    public void Edit_that_does_not_fit_the_case_is_told_with_its_line(string right, string wrong, string place)
    {
        var draft = new EditDraft(MeetingCase.Hallingdal);
        InputException problem = Assert.Throws<InputException>(() =>
        {
            Read(Written.Replace(right, wrong, StringComparison.Ordinal)).ApplyTo(draft);
            draft.Measure();
        });
        Assert.Equal(("s.json", place), (problem.Findings[0].File, problem.Findings[0].Place));
    }

    [Theory]
    [InlineData("\"hallingdal\"", "\"nordland\"")]
    [InlineData("\"sources\": {}", "\"sources\": { \"roads.csv\": \"00\" }")]
    public void Scenario_of_another_case_is_refused(string right, string wrong)
    {
        Read(Written).CheckFits(MeetingCase.Hallingdal);
        Assert.Throws<InputException>(() => Read(Written.Replace(right, wrong, StringComparison.Ordinal)).CheckFits(MeetingCase.Hallingdal));
    }

    [Theory]
    [InlineData("--close", "vegen")]
    [InlineData("--close", "rv 7 8.2,60.5")]
    [InlineData("--close", "8.2,60.5 8.3,60.5")]
    [InlineData("--close", "rv 7 8.2,60.5 her,60.6")]
    [InlineData("--close-at", "8.2")]
    [InlineData("--speed", "rv 7")]
    [InlineData("--headway", "60")]
    public void Option_that_is_no_edit_is_named(string option, string text) =>
        Assert.Equal(option, Assert.Throws<InputException>(() => Edit.Parse(option, text)).Findings[0].File);

    /// <summary>Longitude and latitude exchanged, a place on the other side of the earth, more corners than anybody draws.</summary>
    [Fact]
    public void Place_off_the_map_is_refused()
    {
        var corners = Enumerable.Range(0, 6000).Select(i => new[] { 8.5 + i / 1e5, 60.6 }).ToArray();
        foreach (Edit edit in (Edit[])[new CloseAt(60.6, 8.5), new MoveSite("gol", -150, 60), new AddLink([[8.5, 60.6], [double.NaN, 60.6]], Kmh: 80), new AddLink(corners, Kmh: 80)])
            Assert.Throws<InputException>(() => new EditDraft(MeetingCase.Hallingdal).Add(edit));
    }

    private static ScenarioFile Read(string text) => ScenarioFile.Read(Encoding.UTF8.GetBytes(text), "s.json");

    private static string Words(string json) => string.Concat(json.Where(c => !char.IsWhiteSpace(c)));
}
