using NavGeo.Data.Survey;
using NavGeo.Planning.Language;
using NavGeo.Planning.Survey;

namespace NavGeo.Tests.Survey;

public class OfficeSurveyTests
{
    private static readonly OfficeSurvey Survey = SurveyFolder.Read(EmbeddedCase.Folder("survey2012"), new Findings());

    [Fact]
    public void Sums_are_those_printed()
    {
        Assert.Equal([374, 368, 247, 73, 29, 21, 94], Survey.Sums);
        Assert.Equal(Survey.PrintedSums, Survey.Sums);
    }

    [Fact]
    public void Blank_counties_did_not_answer()
    {
        Assert.Equal(16, Survey.Counties.Count);
        Assert.Equal(["Akershus", "Buskerud", "Sogn og Fjordane"], Survey.NotAnswered);
    }

    [Fact]
    public void Contradictions_of_the_survey_are_named()
    {
        string[] said = [.. Survey.Contradictions().Select(c => c.In(UserLanguage.English))];
        Assert.Contains("Møre og Romsdal: 28 leaders by form, but 33 offices", said);
        Assert.Contains("Nord-Trøndelag: 30 leaders by form, but 23 offices", said);
        Assert.Contains("in all 370 leaders by form, but 368 offices", said);
        Assert.Contains("Nordland: 44 municipalities and the cooperations named leave 41 offices, the table has 43", said);
        Assert.DoesNotContain(said, s => s.StartsWith("Telemark", StringComparison.Ordinal));
        Assert.Equal(7, said.Length);
    }

    [Fact]
    public void Cooperations_are_listed_with_host_and_form()
    {
        Assert.Equal(17, Survey.Cooperations.Count);
        Cooperation lofoten = Survey.Cooperations.Single(c => c.Host == "Vestvågøy");
        Assert.Equal(CooperationForm.Host, lofoten.Form);
        Assert.Equal(["Flakstad", "Moskenes", "Vestvågøy"], lofoten.Members);
    }

    [Fact]
    public void Sum_that_is_not_the_sum_is_warned_of()
    {
        Findings findings = Changed("sum,374", "sum,375");
        Assert.Contains("the sum of municipalities is printed as 375, but the rows give 374", findings.All.Single().In(UserLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_blank_county_is_an_error()
    {
        var findings = new Findings();
        Assert.Throws<InputException>(() => Changed("Vestfold,14,14", "Vestfold,14,", findings));
    }

    [Fact]
    public void National_frame_is_read()
    {
        IReadOnlyList<FrameFigure> frame = FrameFolder.Read(EmbeddedCase.Folder("national"), new Findings());
        FrameFigure[] processes = [.. frame.Where(f => f.Year == "2016-10")];
        Assert.Equal([18, 12, 34, 10], processes.Select(f => f.Cases));
        Assert.Equal([44, 32, 79, 37], processes.Select(f => f.Municipalities));
    }

    private static Findings Changed(string from, string to, Findings? findings = null)
    {
        findings ??= new Findings();
        string folder = Directory.CreateTempSubdirectory("navgeo-survey-").FullName;
        try
        {
            foreach (string file in Directory.GetFiles(EmbeddedCase.Folder("survey2012")))
                File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));
            SurveyFolder.Read(folder, findings);
            return findings;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
